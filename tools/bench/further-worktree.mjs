/**
 * How fast a further worktree has its dependencies, beside the package manager's own install in the same place and the same run:
 *
 *   node tools/bench/further-worktree.mjs            npm
 *   node tools/bench/further-worktree.mjs pnpm       pnpm or bun, which must be on the PATH
 *
 * A workspace of two packages with about 300 MB of dependencies. `install`: a worktree made by git and the frozen install, everything
 * in the manager's cache. `first`, `further`, `copied`: lanes as a run opens them, from nothing until the session starts; of those that
 * are `further` one was known to come while the session before it worked, of those that are `copied` not, as in the middle of a wave.
 * Wall seconds, the best of several, one after another, because what counts is waiting. Exits with 1 when `further` takes more than a quarter.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openRepository } from '../../packages/git/dist/index.js';
import { createLocalLanes } from '../../packages/lane/dist/index.js';
import { loadConfig } from '../../packages/tasks/dist/index.js';

const ROUNDS = 3;
const LIMIT = 0.25;
const PACKAGES = {
  ...{
    nx: '23.2.1',
    '@nx/js': '23.2.1',
    typescript: '5.9.3',
    vitest: '4.1.12',
    '@biomejs/biome': '2.5.15',
    'ts-morph': '28.0.0',
  },
  ...{ 'date-fns': '4.1.0', rxjs: '7.8.2', lodash: '4.17.21', 'core-js': '3.45.1' },
};
const MANAGERS = {
  npm: { lock: ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts'], frozen: ['npm', 'ci'] },
  pnpm: { lock: ['pnpm', 'install', '--no-frozen-lockfile'], frozen: ['pnpm', 'install', '--frozen-lockfile'] },
  bun: { lock: ['bun', 'install', '--save-text-lockfile'], frozen: ['bun', 'install', '--frozen-lockfile'] },
};
/** A session that fails when a package of the workspace is not that of its own worktree. */
const CHECK = `const { realpathSync } = require('node:fs');
const core = realpathSync(require.resolve('@shop/core', { paths: [process.cwd() + '/packages/web'] }));
if (core !== realpathSync(process.cwd()) + '/packages/core/index.js') throw new Error('of another checkout: ' + core);
require(require.resolve('nx/package.json', { paths: [process.cwd()] }));
require('node:fs').appendFileSync('packages/web/index.js', '// seen\\n');
setTimeout(() => undefined, 1000 * Number(process.argv[2]));
`;

const manager = process.argv[2] ?? 'npm';
const home = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-bench-')));
const environment = { ...process.env, TMPDIR: home, CI: 'true' };
const shop = join(home, 'shop');

try {
  makeWorkspace();
  const lanes = await openLanes();
  const times = { install: [], first: [await laneSeconds(lanes, 'first', 1)], further: [], copied: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    times.install.push(installSeconds(round));
    times.further.push(await laneSeconds(lanes, `further-${round}`, 0));
    times.copied.push(await laneSeconds(lanes, `copied-${round}`, round < ROUNDS ? 1 : 0));
  }
  report(times);
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}

function makeWorkspace() {
  const member = (name, dependencies) =>
    JSON.stringify({ name: `@shop/${name}`, version: '1.0.0', main: 'index.js', dependencies });
  const needsCore = { '@shop/core': manager === 'pnpm' ? 'workspace:*' : '1.0.0' };
  const files = {
    'package.json': JSON.stringify({ name: 'shop', private: true, workspaces: ['packages/*'], dependencies: PACKAGES }),
    ...(manager === 'pnpm' ? { 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' } : {}),
    '.gitignore': 'node_modules\nsaid.txt\n',
    'packages/core/package.json': member('core', {}),
    'packages/core/index.js': '',
    'packages/web/package.json': member('web', needsCore),
    'packages/web/index.js': '',
    'check.cjs': CHECK,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(shop, path)), { recursive: true });
    writeFileSync(join(shop, path), text);
  }
  run(shop, MANAGERS[manager].lock);
  for (const words of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'Begin'],
  ])
    run(shop, ['git', ...words]);
}

async function openLanes() {
  const repository = await openRepository(shop, environment);
  const config = await loadConfig({ root: shop, cwd: shop });
  return createLocalLanes({
    repository: repository.value,
    config: config.value.config,
    worktrees: join(home, 'shop.breakwater/bench'),
    logs: join(home, 'logs'),
    sitting: process.pid,
    environment,
    affected: async () => ({ projects: [], affected: [] }),
    newSessionId: () => '00000000-0000-4000-8000-000000000001',
  });
}

/** The session of a task after which others wait works as long as it takes to copy for the next. */
async function laneSeconds(lanes, task, waiting) {
  const order = {
    ...{
      version: 1,
      id: { run: 'be0c', task, attempt: 1 },
      lane: 0,
      waiting,
      base: run(shop, ['git', 'rev-parse', 'HEAD']).trim(),
    },
    ...{
      branch: `breakwater/be0c/${task}`,
      prompt: '',
      runner: { kind: 'command', command: ['node', 'check.cjs', waiting > 0 ? '30' : '0'] },
    },
    ...{ fence: 'off', grants: [], budget: {}, verify: [], commitMessage: task },
  };
  const before = performance.now();
  let ready;
  const news = ({ news: { kind, phase } }) => {
    if (kind === 'phase' && phase === 'session') ready ??= (performance.now() - before) / 1000;
  };
  const end = await lanes.open(order, { ask: async () => ({ answer: 'granted' }), news });
  if (end.end !== 'committed') throw new Error(JSON.stringify(end));
  return ready;
}

function installSeconds(round) {
  const place = join(home, `plain-${round}`);
  const before = performance.now();
  run(shop, ['git', 'worktree', 'add', '-q', '--detach', place]);
  run(place, MANAGERS[manager].frozen);
  return (performance.now() - before) / 1000;
}

function report(times) {
  const [size = ''] = run(shop, ['du', '-sm', 'node_modules']).split('\t');
  const best = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, Math.min(...all)]));
  const ratio = best.further / best.install;
  const shown = Object.entries(times).map(([name, all]) => `${name} ${all.map((one) => one.toFixed(1)).join(' ')} s`);
  const copied = (best.copied / best.install).toFixed(2);
  console.log(`${manager}, ${size} MB installed: ${shown.join(', ')}`);
  console.log(`further / install = ${ratio.toFixed(2)} (at most ${LIMIT}), copied / install = ${copied}`);
  if (ratio > LIMIT) process.exitCode = 1;
}

function run(cwd, [program, ...words]) {
  return execFileSync(program, words, {
    cwd,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1e8,
  });
}
