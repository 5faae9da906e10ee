/**
 * How long a plan takes beside the least it could do, measured in one run: `npm run bench:plan -- [git directory or number of files]...`
 * `floor`: a bare process that reads and parses every TypeScript and JavaScript file of the commit once. `cold`: a plan of twelve
 * briefs with nothing kept. `warm`: the same after a commit of ten files. Whole processes, their gits included, the best of several.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateRepository } from './generate-repository.mjs';

const ROUNDS = 3;
const TASKS = 12;
const CHANGED = 10;
const LIMITS = { cold: 4, warm: 0.4, memory: 1_000 };
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'breakwater-bench-'));

try {
  const asked = process.argv.slice(2);
  for (const [n, one] of (asked.length > 0 ? asked : ['10000', '30000']).entries()) print(measure(one, join(scratch, `${n}`)));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function measure(asked, directory) {
  if (/^\d+$/.test(asked)) generateRepository(directory, Number(asked));
  else git(scratch, 'clone', '-q', '--bare', '--shared', resolve(asked), directory);
  const base = git(directory, 'rev-parse', 'HEAD');
  if (codeFiles(directory, base).length < CHANGED) throw new Error(`${asked}: too little TypeScript and JavaScript for a floor`);
  const next = commitTenFiles(directory, base);
  const tasks = writeTasks(directory);
  const runs = Array.from({ length: ROUNDS }, () => round({ directory, base, next, tasks }));
  const best = (name) => runs.map((run) => run[name]).reduce((a, b) => (a.cpu <= b.cpu ? a : b));
  return { asked, ...sizes(directory, base), floor: best('floor'), cold: best('cold'), warm: best('warm') };
}

function round({ directory, base, next, tasks }) {
  const plan = (commit) =>
    run([here('../../packages/cli/bin/breakwater.js'), 'plan', '--repo', directory, '--base', commit, '--tasks', tasks]);
  rmSync(join(directory, 'breakwater'), { recursive: true, force: true });
  return { floor: run([here('floor.mjs'), directory, base]), cold: plan(base), warm: plan(next) };
}

/** CPU and wall seconds of a process and all it starts, as the shell counts them; memory of the process itself in megabytes. */
function run(command) {
  const memory = join(scratch, 'memory');
  const words = [process.execPath, '--import', here('report-memory.mjs'), ...command];
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>"$0"';
  const errors = join(scratch, 'errors');
  const answer = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, errors, ...words], {
    env: { ...process.env, BENCH_MEMORY: memory },
    encoding: 'utf8',
  });
  const [wall, user, system] = answer.trim().split(/\s+/).map(Number);
  if (!(user >= 0)) throw new Error(`${words.join(' ')}: ${readFileSync(errors, 'utf8')}`);
  return { wall, cpu: user + system, memory: Number(readFileSync(memory, 'utf8')) / 1024 };
}

/** Adds a line to ten files of code, without a checkout. */
function commitTenFiles(directory, base) {
  const env = { ...process.env, GIT_INDEX_FILE: join(scratch, 'index') };
  const files = codeFiles(directory, base);
  git(directory, 'read-tree', `--index-output=${env.GIT_INDEX_FILE}`, base);
  for (let n = 0; n < CHANGED; n += 1) {
    const path = files[Math.floor((n * files.length) / CHANGED)];
    const text = `${git(directory, 'cat-file', 'blob', `${base}:${path}`)}\nexport const benchmarked${n} = ${n};\n`;
    const blob = execFileSync('git', ['-C', directory, 'hash-object', '-w', '--stdin'], { input: text, encoding: 'utf8' }).trim();
    execFileSync('git', ['-C', directory, 'update-index', '--cacheinfo', `100644,${blob},${path}`], { env });
  }
  const tree = execFileSync('git', ['-C', directory, 'write-tree'], { env, encoding: 'utf8' }).trim();
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
  return git(directory, ...who, 'commit-tree', tree, '-p', base, '-m', 'Change ten files');
}

/** The messages of the newest commits as briefs. */
function writeTasks(directory) {
  const messages = git(directory, 'log', '-z', '--no-merges', `--max-count=${TASKS}`, '--format=%B').split('\0');
  const tasks = messages
    .filter((text) => text.trim() !== '')
    .map((text, n) => ({ id: `t${n + 1}`, brief: text.trim().slice(0, 2_000) }));
  const path = join(scratch, 'tasks.json');
  writeFileSync(path, JSON.stringify({ tasks }));
  return path;
}

function sizes(directory, base) {
  const files = git(directory, 'ls-tree', '-r', '--name-only', base).split('\n').length;
  return { files, code: codeFiles(directory, base).length };
}

function codeFiles(directory, base) {
  return git(directory, 'ls-tree', '-r', '-z', '--name-only', base)
    .split('\0')
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path));
}

function git(directory, ...args) {
  mkdirSync(directory, { recursive: true });
  return execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 1e9 }).trim();
}

function print({ asked, files, code, floor, cold, warm }) {
  const cell = (one) => `${one.cpu.toFixed(2)} s CPU, ${one.wall.toFixed(2)} s wall`;
  const times = (one) => `${(one.cpu / floor.cpu).toFixed(2)} x CPU, ${(one.wall / floor.wall).toFixed(2)} x wall`;
  const memory = Math.max(cold.memory, warm.memory);
  console.log(`${asked}: ${files} files, ${code} of them TypeScript or JavaScript`);
  console.log(`  floor   ${cell(floor)}`);
  console.log(`  cold    ${cell(cold)}   ${times(cold)}   (at most ${LIMITS.cold})`);
  console.log(`  warm    ${cell(warm)}   ${times(warm)}   (at most ${LIMITS.warm})`);
  console.log(`  memory  ${memory.toFixed(0)} MB   (under ${LIMITS.memory})`);
}
