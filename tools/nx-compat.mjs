/**
 * Installs each Nx major with the plugin's tarballs into a temporary workspace and uses it there: init, plan, execute.
 *
 *   node tools/nx-compat.mjs                      every major, with npm
 *   node tools/nx-compat.mjs 23.2.1               one version
 *   node tools/nx-compat.mjs --manager=pnpm       with pnpm, yarn (1) or yarn-berry (2 and later); they must be on the PATH
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commit, MANAGERS, makeWorkspace, packAll, plainEnvironment, run, writeTasks } from './nx-workspace.mjs';

/** The newest of each major that installs completely. */
const VERSIONS = ['20.8.4', '21.6.11', '22.7.12', '23.2.1', '24.0.0'];
const words = process.argv.slice(2);
const manager = words.find((word) => word.startsWith('--manager='))?.slice('--manager='.length) ?? 'npm';
const wanted = words.filter((word) => !word.startsWith('--'));

const home = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-nx-')));
const environment = plainEnvironment(home);
const failed = [];
try {
  packAll(join(home, 'tarballs'), environment);
  for (const version of wanted.length > 0 ? wanted : VERSIONS) {
    try {
      console.log(`nx ${version} with ${manager}: ${tryVersion(version)}`);
    } catch (error) {
      failed.push(version);
      console.error(`nx ${version} with ${manager} FAILED: ${error.message}\n${error.stdout ?? ''}\n${error.stderr ?? ''}`);
    }
  }
} finally {
  if (process.env.BREAKWATER_KEEP === undefined) rmSync(home, { recursive: true, force: true });
  else console.log(`kept: ${home}`);
}
process.exitCode = failed.length === 0 ? 0 : 1;

function tryVersion(nxVersion) {
  const place = join(home, `nx-${nxVersion}-${manager}`);
  const folder = join(place, 'shop');
  mkdirSync(folder, { recursive: true });
  makeWorkspace(folder, { nxVersion, manager, tarballsFolder: join(home, 'tarballs'), environment });
  const nx = (...rest) => run(folder, environment, [...MANAGERS[manager].nx, ...rest]);
  init(folder, nx, { plainInstall: manager === 'npm' && nxVersion.startsWith('24.') });
  commit(folder, environment, 'Set Breakwater up');
  plan(nx);
  execute(place, folder, nx);
  return 'init, plan and execute work';
}

function init(folder, nx, options) {
  nx('g', '@breakwater/nx:init', '--dry-run');
  expect(!existsSync(join(folder, 'breakwater.tasks.yaml')), 'a dry run writes nothing');
  nx('g', '@breakwater/nx:init');
  const tasks = readFileSync(join(folder, 'breakwater.tasks.yaml'), 'utf8');
  const [verify] = /[a-z ]*nx affected[^"]*/.exec(tasks) ?? [];
  expect(verify?.includes('-t lint test --base={base} --head={head}'), `init proposes the targets there are:\n${tasks}`);
  const before = snapshot(folder);
  nx('g', '@breakwater/nx:init');
  expect(snapshot(folder) === before, 'a second init changes nothing');
  writeTasks(folder, `${verify} --output-style=static`, options);
}

function snapshot(folder) {
  return ['nx.json', 'package.json', '.gitignore', 'breakwater.tasks.yaml']
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

function plan(nx) {
  const first = nx('plan');
  expectIn(first, '2 tasks in 1 wave');
  expectIn(first, 'packages/core/');
  expectIn(nx('plan'), 'cache');
  expectIn(nx('plan', '--concurrency=1', '--caution=fast'), '2 tasks in 2 waves');
  const target = JSON.parse(nx('show', 'project', 'shop', '--json')).targets.execute;
  expect(target.cache === false && target.parallelism === false, `execute is never cached: ${JSON.stringify(target)}`);
}

function execute(place, folder, nx) {
  const before =
    run(folder, environment, ['git', 'status', '--porcelain']) + run(folder, environment, ['git', 'rev-parse', 'HEAD', 'main']);
  const said = nx('execute');
  expectIn(said, '2 of 2 tasks are done');
  const after =
    run(folder, environment, ['git', 'status', '--porcelain']) + run(folder, environment, ['git', 'rev-parse', 'HEAD', 'main']);
  expect(after === before, `the main checkout is untouched:\n${before}\n${after}`);
  const [branch = ''] = run(folder, environment, [
    'git',
    'branch',
    '--list',
    'breakwater/*/integration',
    '--format=%(refname:short)',
  ]).split('\n');
  for (const project of ['core', 'web']) {
    expectIn(
      run(folder, environment, ['git', 'show', `${branch}:packages/${project}/src/index.js`]),
      `exports.by = '${project}'`,
    );
    const graph = JSON.parse(readFileSync(join(place, `graph-${project}.json`), 'utf8'));
    const names = Object.keys(graph.graph.nodes).sort().join(' ');
    expect(names === 'api core shop web', `the graph of the main checkout holds no project of a worktree: ${names}`);
  }
  const logs = join(folder, '.git/breakwater/runs', readdirSync(join(folder, '.git/breakwater/runs'))[0], 'logs');
  const log = readdirSync(logs)
    .filter((name) => name.endsWith('.verify.log'))
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('\n');
  expectIn(log, 'tested core in');
  expectIn(log, 'tested api in');
  // Nx 20 counts the workspace's own project too, whose test program names the package.
  expect(/affected: api core (shop )?web/.test(log), `the dependents of core are affected:\n${log}`);
  expect(!log.includes(`tested core in ${folder}\n`), 'verified in a worktree, not in the main checkout');
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

function expectIn(text, part) {
  expect(text.includes(part), `expected ${JSON.stringify(part)} in:\n${text}`);
}
