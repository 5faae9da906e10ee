import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { git } from '../../../test/rig/git.js';
import { fingerprint } from '../../../test/rig/repository.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, aRig, rigIn } from './api-rig.testing.js';
import { plan } from './plan.js';

/** Files that tools run when they are let: each would leave a mark. */
function planted(mark: string): Readonly<Record<string, string>> {
  const code = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, __filename);\n`;
  const module = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, import.meta.url);\nexport default {};\n`;
  const scripts = Object.fromEntries(
    ['prepare', 'preinstall', 'postinstall', 'test', 'build'].map((name) => [name, `touch ${mark}`]),
  );
  return {
    'package.json': JSON.stringify({ name: 'shop', workspaces: ['libs/*'], scripts, nx: { plugins: ['./plugin.cjs'] } }),
    'nx.json': '{"plugins": ["./plugin.cjs"]}',
    'tsconfig.json': '{"compilerOptions": {"plugins": [{"name": "./plugin.cjs"}]}, "extends": "./plugin.cjs"}',
    'libs/a/package.json': JSON.stringify({ name: '@shop/a', scripts }),
    'libs/a/project.json': '{"name": "a", "targets": {"build": {"executor": "./plugin.cjs:run"}}}',
    'libs/a/src/index.ts': 'export class OrderBook {}\n',
    'libs/a/src/use.ts': "import { OrderBook } from './index.js';\nnew OrderBook();\n",
    'jest.config.js': code,
    '.config/config.js': code,
    '.pnpmfile.cjs': code,
    '.yarnrc.yml': 'yarnPath: ./plugin.cjs\n',
    'plugin.cjs': code,
    'vite.config.mjs': module,
    'eslint.config.mjs': module,
    'Directory.Build.props': `<Project><Target Name="x"><Exec Command="touch ${mark}" /></Target></Project>`,
    '.gitattributes': '* filter=loud diff=loud merge=loud\n',
    '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::touch ${mark}\n\tupdate = !touch ${mark}\n`,
  };
}

/** Programs that git starts when its configuration says so. */
function armed(root: string, directory: string, mark: string): void {
  const loud = `touch ${mark};`;
  const settings = {
    'diff.loud.textconv': loud,
    'diff.loud.command': loud,
    'diff.external': loud,
    'merge.loud.driver': loud,
    'filter.loud.smudge': loud,
    'filter.loud.clean': loud,
    'filter.loud.process': loud,
    'filter.loud.required': 'true',
    'core.fsmonitor': `touch ${mark}`,
    'core.pager': loud,
    'core.editor': loud,
    'core.sshCommand': loud,
    'gpg.program': `touch ${mark}`,
    'log.showSignature': 'true',
    'credential.helper': `!touch ${mark}`,
    'alias.ls-tree': `!touch ${mark}`,
    'core.hooksPath': 'hooks-of-mine',
  };
  for (const [name, value] of Object.entries(settings)) git(root, 'config', name, value);
  for (const folder of [join(root, 'hooks-of-mine'), join(directory, 'hooks')]) {
    mkdirSync(folder, { recursive: true });
    for (const hook of ['post-checkout', 'post-index-change', 'pre-commit', 'reference-transaction', 'fsmonitor-watchman']) {
      writeFileSync(join(folder, hook), `#!/bin/sh\ntouch ${mark}\n`);
      chmodSync(join(folder, hook), 0o755);
    }
  }
}

const BRIEF = 'Rename OrderBook to Ledger everywhere and upgrade the dependencies of @shop/a';

it('runs nothing of the repository it plans, neither its files nor what its git was told to start', async () => {
  const mark = join(tempFolder('mark'), 'mark');
  const rig = aRig({ a: BRIEF }, planted(mark));
  armed(rig.root, join(rig.root, '.git'), mark);
  // Git would have the filter say whether it is changed.
  rig.write({ 'vite.config.mjs': 'export default 1;\n' });
  const before = fingerprint(rig.root);
  const { plan: made, warnings } = accepted(await plan({}, rig.world));
  // The five hooks, and that file.
  expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/^6 files are not committed/)]);
  expect(made.tasks[0]?.writes.map(({ path }) => path)).toContain('libs/a/src/use.ts');
  expect(existsSync(mark)).toBe(false);
  expect(fingerprint(rig.root)).toEqual(before);
});

it('plans any commit of a bare repository, cold and warm alike, and keeps what it read in its git directory only', async () => {
  const mark = join(tempFolder('mark'), 'mark');
  const rig = aRig({ a: BRIEF }, planted(mark));
  rig.git('rm', '-q', 'libs/a/src/use.ts');
  rig.git('commit', '-q', '-m', 'Remove a user of OrderBook');
  rig.write({ 'libs/a/src/late.ts': "import { OrderBook } from './index.js';\nnew OrderBook();\n" });
  rig.git('add', 'libs');
  rig.git('commit', '-q', '-m', 'Use OrderBook late');
  const bare = join(tempFolder('bare'), 'shop.git');
  git(rig.root, 'clone', '-q', '--bare', rig.root, bare);
  armed(bare, bare, mark);
  const desk = rigIn(tempFolder('desk'));
  desk.write({ 'tasks.yaml': `tasks: [{ id: a, brief: "${BRIEF}" }]\n` });
  const writesAt = async (base: string) => {
    const options = { repo: bare, tasksFile: 'tasks.yaml', base };
    const { plan: made } = accepted(await plan(options, desk.world));
    return made;
  };
  const usersAt = async (base: string) =>
    (await writesAt(base)).tasks[0]?.writes.map(({ path }) => path).filter((path) => /use|late/.test(path));
  expect([await usersAt('main'), await usersAt('main~1'), await usersAt('main~2')]).toEqual([
    ['libs/a/src/late.ts'],
    [],
    ['libs/a/src/use.ts'],
  ]);
  const warm = await writesAt('main');
  expect(readdirSync(join(bare, 'breakwater'))).toEqual(['cache']);
  rmSync(join(bare, 'breakwater'), { recursive: true });
  expect(await writesAt('main')).toEqual(warm);
  expect(existsSync(mark)).toBe(false);
});
