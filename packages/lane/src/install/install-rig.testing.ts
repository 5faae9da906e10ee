import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitId, type LaneEnd, type LaneOrder } from '@breakwater/model';
import { aRig, type Rig, tempFolder, writeFiles } from '../lane-rig.testing.js';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const member = (name: string, rest: object = {}): string =>
  json({ name: `@shop/${name}`, version: '1.0.0', main: 'index.js', ...rest });

/** Beside the members one package that is really installed, from a tarball, so that no registry is asked. */
function files(scripts: object): Readonly<Record<string, string>> {
  return {
    'package.json': json({
      ...{ name: 'shop', version: '1.0.0', private: true, workspaces: ['packages/*'], scripts },
      dependencies: { left: 'file:vendor/left-1.0.0.tgz' },
    }),
    '.gitignore': 'node_modules\nmade.txt\n',
    'packages/a/package.json': member('a'),
    'packages/a/index.js': 'module.exports = __filename;\n',
    'packages/b/package.json': member('b', { dependencies: { '@shop/a': '1.0.0' } }),
    'packages/b/index.js': "module.exports = require('@shop/a');\n",
  };
}

/** An npm workspace of two packages, installable without a network, its lockfile committed. */
export async function anNpmWorkspace(scripts: object = {}, config: object = {}): Promise<Rig> {
  const rig = await aRig(files(scripts), { config });
  mkdirSync(join(rig.shop, 'vendor'));
  copyFileSync(packedLeft(), join(rig.shop, 'vendor/left-1.0.0.tgz'));
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--offline', '--silent'], { cwd: rig.shop });
  rig.git('add', '-A');
  rig.git('commit', '-q', '-m', 'Lock');
  return { ...rig, base: commitId(rig.git('rev-parse', 'HEAD')) };
}

function packedLeft(): string {
  const folder = tempFolder();
  writeFiles(folder, { 'package.json': json({ name: 'left', version: '1.0.0' }), 'index.js': 'module.exports = 1;\n' });
  execFileSync('npm', ['pack', '--silent'], { cwd: folder });
  return join(folder, 'left-1.0.0.tgz');
}

/** Opens a lane whose session writes what `expression` gives into said.txt; answers that text. */
export async function saidIn(rig: Rig, task: string, expression: string, rest: Partial<LaneOrder> = {}): Promise<string> {
  const script = `fs.writeFileSync('said.txt', String(${expression}));`;
  const end: LaneEnd = await rig.lanes.open({ ...rig.order(task, script), base: rig.base, ...rest }, rig.handler);
  if (end.end !== 'committed') throw new Error(JSON.stringify(end));
  return rig.git('show', `${end.commit}:said.txt`);
}

/** What was done to prepare a task, in order. */
export function stepsOf(rig: Rig, task: string): readonly string[] {
  return rig.news.flatMap(({ id, news }) =>
    id.task === task && news.kind === 'phase' && news.detail !== undefined ? [news.detail] : [],
  );
}

/** Copies made ahead, absolute, in the order in which they are taken. */
export function sparesIn(rig: Rig): readonly string[] {
  const templates = inStore(rig).filter((path) => !isHalfMade(path));
  const found = templates.flatMap((path) => readdirSync(path).map((name) => join(path, name)));
  return found.filter((path) => path.includes('breakwater-spare-')).sort();
}

/** What lies half made among what was installed, absolute. */
export function halfMadeIn(rig: Rig): readonly string[] {
  return inStore(rig).filter(isHalfMade);
}

function inStore({ worktrees }: Rig): readonly string[] {
  const store = join(dirname(worktrees), '.installed');
  return readdirSync(store).map((name) => join(store, name));
}

function isHalfMade(path: string): boolean {
  return path.includes('/.making-');
}
