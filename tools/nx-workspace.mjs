/** A small Nx workspace for trying the plugin from its tarballs, as a user would: npm, pnpm or yarn, any Nx from 20 to 24. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each package manager is called with; a command of its own may come from the environment, e.g. BREAKWATER_PNPM="npx pnpm@10". */
export const MANAGERS = {
  npm: { install: ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'], nx: ['npx', 'nx'] },
  pnpm: { install: ['pnpm', 'install', '--silent', '--no-frozen-lockfile'], nx: ['pnpm', 'exec', 'nx'] },
  yarn: { install: ['yarn', 'install', '--silent', '--no-progress', '--non-interactive'], nx: ['yarn', '--silent', 'nx'] },
  'yarn-berry': { install: ['yarn', 'install', '--no-immutable'], nx: ['yarn', 'nx'] },
};

/** The person's environment without what ties it to another Nx, npm or repository. */
export function plainEnvironment(folder, more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NX_|GIT_|npm_(?!config_)|CLAUDE|BREAKWATER_)/.test(name));
  const identity = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  return { ...Object.fromEntries(kept), ...identity, TMPDIR: folder, CI: 'true', NX_DAEMON: 'false', NO_COLOR: '1', ...more };
}

export function run(cwd, environment, [program, ...words]) {
  return execFileSync(program, words, {
    cwd,
    encoding: 'utf8',
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1e8,
  });
}

/** Packs every package into a folder; answers the tarballs' file names. */
export function packAll(folder, environment) {
  mkdirSync(folder, { recursive: true });
  run(root, environment, ['npm', 'pack', '--workspaces', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  return readdirSync(folder);
}

/** `breakwater-nx-0.1.0.tgz` is `@breakwater/nx`, `breakwater-0.1.0.tgz` the program. */
function packageName(tarball) {
  const [, part] = /^breakwater(?:-([a-z]+))?-\d/.exec(tarball) ?? [];
  return part === undefined ? 'breakwater' : `@breakwater/${part}`;
}

/** By name, as a manifest names them when they lie in `vendor`. */
export function ourPackages(tarballs) {
  return Object.fromEntries(tarballs.map((tarball) => [packageName(tarball), `file:./vendor/${tarball}`]));
}

/** Two libraries, one using the other, and an app; every one with lint and test. The agent writes a file into its task's project. */
function files(nxVersion, manager, tarballs) {
  const ours = ourPackages(tarballs);
  const resolutions = { resolutions: ours };
  const fixed = { npm: {}, pnpm: { pnpm: { overrides: ours } }, yarn: resolutions, 'yarn-berry': resolutions }[manager];
  const manifest = {
    name: 'shop',
    private: true,
    ...(manager === 'pnpm' ? {} : { workspaces: ['packages/*'] }),
    devDependencies: { nx: nxVersion, ...ours },
    ...fixed,
  };
  const project = (name, tags, needs) => ({
    [`packages/${name}/package.json`]: json({ name: `@shop/${name}`, version: '1.0.0', main: 'src/index.js', ...needs }),
    [`packages/${name}/project.json`]: json({
      name,
      tags,
      targets: {
        lint: target(`node --check packages/${name}/src/index.js`),
        test: target(`node tools/test.cjs packages/${name}`),
      },
    }),
    [`packages/${name}/src/index.js`]: `exports.name = '${name}';\n`,
  });
  const needsCore = { dependencies: { '@shop/core': manager === 'pnpm' ? 'workspace:*' : '1.0.0' } };
  return {
    'package.json': json(manifest),
    'nx.json': json({ analytics: false, defaultBase: 'main' }),
    ...(manager === 'pnpm' ? { 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' } : {}),
    ...(manager === 'yarn-berry' ? { '.yarnrc.yml': 'nodeLinker: node-modules\nenableGlobalCache: true\n' } : {}),
    '.gitignore': 'node_modules\n.yarn\n',
    '.npmrc': 'fund=false\naudit=false\n',
    'tools/test.cjs': TEST,
    'tools/agent.cjs': AGENT,
    ...project('core', ['layer:core'], {}),
    ...project('api', ['layer:app'], needsCore),
    ...project('web', ['layer:app'], needsCore),
  };
}

const target = (command) => ({ executor: 'nx:run-commands', cache: true, options: { command } });
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Says where it ran and what it loaded, so that a test sees whose code was tested. */
const TEST = `const { realpathSync } = require('node:fs');
const { join } = require('node:path');
const folder = join(process.cwd(), process.argv[2]);
const own = require(folder);
const core = require.resolve('@shop/core', { paths: [folder] });
if (!realpathSync(core).startsWith(realpathSync(process.cwd()))) throw new Error('another checkout is tested: ' + core);
if (typeof own.name !== 'string') throw new Error('no name');
console.log('tested ' + own.name + ' in ' + process.cwd());
`;

/** A session without a model: the task's id is its project. Asks Nx in the main checkout what it sees while this worktree is there. */
const AGENT = `const { appendFileSync, writeFileSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const task = process.env.BREAKWATER_TASK;
appendFileSync('packages/' + task + '/src/index.js', "exports.by = '" + task + "';\\n");
const main = dirname(execFileSync('git', ['rev-parse', '--path-format=absolute', '--git-common-dir'], { encoding: 'utf8' }).trim());
const graph = join(dirname(main), 'graph-' + task + '.json');
execFileSync(process.execPath, [join(main, 'node_modules/nx', require(join(main, 'node_modules/nx/package.json')).bin.nx), 'graph', '--file=' + graph], { cwd: main, stdio: 'ignore' });
`;

const TASKS = `version: 1
defaults:
  verify: ["VERIFY", "echo affected: {affected}"]
tasks:
  - { id: core, brief: Say in core who wrote it., scope: ["layer:core"] }
  - { id: web, brief: Say in web who wrote it., scope: [web] }
`;

const RUNNER = 'runner: { kind: command, command: [node, tools/agent.cjs] }\n';
/** Some platform packages of the newest major may be missing in a registry; then no lockfile is complete, and only a plain install works. */
const PLAIN_INSTALL = 'prepare: ["npm install --no-audit --no-fund"]\n';

/** Writes and installs the workspace and commits it; answers nothing. */
export function makeWorkspace(folder, { nxVersion, manager, tarballsFolder, environment }) {
  const tarballs = readdirSync(tarballsFolder);
  for (const [path, text] of Object.entries(files(nxVersion, manager, tarballs))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'vendor'), { recursive: true });
  run(folder, environment, ['cp', ...tarballs.map((name) => join(tarballsFolder, name)), join(folder, 'vendor')]);
  run(folder, environment, MANAGERS[manager].install);
  commit(folder, environment, 'Begin');
}

export function writeTasks(folder, verify, { plainInstall }) {
  writeFileSync(join(folder, 'breakwater.tasks.yaml'), TASKS.replace('VERIFY', verify));
  writeFileSync(join(folder, 'breakwater.config.yaml'), `${RUNNER}${plainInstall ? PLAIN_INSTALL : ''}`);
}

export function commit(folder, environment, message) {
  run(folder, environment, ['git', 'init', '-q', '-b', 'main']);
  run(folder, environment, ['git', 'add', '-A']);
  run(folder, environment, ['git', 'commit', '-q', '-m', message]);
}
