/**
 * Does what a new user does: create-nx-workspace, two libraries with lint, test, typecheck and build, `nx add @breakwater/nx` from a
 * registry on loopback, `nx plan`, `nx execute` with the verification that was proposed.
 *
 *   node tools/nx-created.mjs                     with npm
 *   node tools/nx-created.mjs --manager=pnpm      with pnpm, which must be on the PATH
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commit, MANAGERS, packAll, plainEnvironment, run } from './nx-workspace.mjs';

const VERSION = '23.2.1';
const [manager = 'npm'] = process.argv.slice(2).map((word) => word.replace('--manager=', ''));
const home = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-nx-')));
const environment = plainEnvironment(home);
const shop = join(home, 'shop');
const nx = (...words) => run(shop, environment, [...MANAGERS[manager].nx, ...words]);
let registry;

/** The task's id is its library. Asks Nx in the main checkout what it sees while this worktree is there. */
const AGENT = `const { appendFileSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const task = process.env.BREAKWATER_TASK;
appendFileSync('packages/' + task + '/src/lib/' + task + '.ts', "\\nexport const by = '" + task + "';\\n");
const main = dirname(execFileSync('git', ['rev-parse', '--path-format=absolute', '--git-common-dir'], { encoding: 'utf8' }).trim());
execFileSync('npx', ['nx', 'graph', '--file=' + join(dirname(main), 'graph-' + task + '.json')], { cwd: main, stdio: 'ignore' });
`;
const TASKS = `tasks:
  - { id: core, brief: Say in core who wrote it., scope: ["@shop/core"] }
  - { id: web, brief: Say in web who wrote it., scope: ["@shop/web"] }
`;

try {
  create();
  await serve();
  add();
  execute();
  console.log(
    `create-nx-workspace ${VERSION} with ${manager}: add, plan and execute work, lint, typecheck, test and build verified`,
  );
} catch (error) {
  console.error(`${error.message}\n${error.stdout ?? ''}\n${error.stderr ?? ''}`);
  process.exitCode = 1;
} finally {
  registry?.kill();
  if (process.env.BREAKWATER_KEEP === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  else console.log(`kept: ${home}`);
}

function create() {
  const flags = ['--preset=ts', `--pm=${manager}`, '--nxCloud=skip', '--no-interactive', '--analytics=false'];
  run(home, environment, ['npx', '--yes', `create-nx-workspace@${VERSION}`, 'shop', ...flags]);
  const library = ['--bundler=tsc', '--unitTestRunner=vitest', '--linter=eslint', '--no-interactive'];
  for (const name of ['core', 'web']) nx('g', '@nx/js:lib', `packages/${name}`, ...library);
}

/** In a process of its own, for this one waits for every command it starts. */
async function serve() {
  const folder = join(home, 'tarballs');
  packAll(folder, environment);
  const elsewhere = run(home, environment, ['npm', 'config', 'get', 'registry']).trim();
  const script = fileURLToPath(new URL('local-registry.mjs', import.meta.url));
  registry = spawn(process.execPath, [script, folder, elsewhere], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = await once(registry.stdout, 'data');
  environment.npm_config_registry = String(address).trim();
}

function add() {
  nx('add', '@breakwater/nx');
  const file = join(shop, 'breakwater.tasks.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text.includes('affected -t lint typecheck test build --base={base} --head={head}'), `init proposes:\n${text}`);
  writeFileSync(file, text.slice(0, text.indexOf('tasks:\n')) + TASKS);
  writeFileSync(join(shop, 'agent.cjs'), AGENT);
  writeFileSync(join(shop, 'breakwater.config.yaml'), 'runner: { kind: command, command: [node, agent.cjs] }\n');
  commit(shop, environment, 'Set Breakwater up');
}

function execute() {
  expect(nx('plan').includes('2 tasks in 1 wave'), 'the plan is shown');
  const before = fingerprint();
  const said = nx('execute');
  expect(said.includes('2 of 2 tasks are done'), said);
  expect(fingerprint() === before, 'the main checkout is untouched');
  for (const task of ['core', 'web']) {
    const { nodes } = JSON.parse(readFileSync(join(home, `graph-${task}.json`), 'utf8')).graph;
    const names = Object.keys(nodes).sort().join(' ');
    expect(
      names === '@shop/core @shop/source @shop/web',
      `the graph of the main checkout holds no project of a worktree: ${names}`,
    );
  }
}

/** Every file git knows or would take, the index, HEAD and the branches that are not ours. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = run(shop, environment, ['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']).split('\0');
  for (const file of ['.git/index', '.git/HEAD', '.git/config', ...files.filter(Boolean)])
    hash.update(readFileSync(join(shop, file)));
  const refs = run(shop, environment, ['git', 'for-each-ref']).split('\n');
  return hash.update(refs.filter((ref) => !ref.includes('breakwater/')).join('\n')).digest('hex');
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}
