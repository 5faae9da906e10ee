#!/usr/bin/env node
// What Breakwater costs beside a hand-written script that does the same: eight tasks of two seconds each, at once, on a repository of
// 5,000 files. Both make worktrees, run the tasks side by side and merge them. Prints each pair of seconds and the median of their
// ratios; with --at-most R it fails above that. The two of a pair run one after the other, either first in turn, --rounds times (5):
// only the median of the ratios means anything, for the making of files varies severalfold from minute to minute on a shared disk.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GIT_USER } from './git-user.mjs';

const BINARY = fileURLToPath(new URL('../../packages/cli/bin/breakwater.js', import.meta.url));
const TASKS = Array.from({ length: 8 }, (_, n) => `task-${n + 1}`);
const FILES = 5000;
const SECONDS = 2;

const ENVIRONMENT = {
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  ...GIT_USER,
};

/** What one task does, in either way of running it. */
const WORK = 'sleep 2; echo "export const done = true;" > "packages/p$1/src/new.ts"; git add -A; git commit -q -m "Task $1"';

const SCRIPT = `set -e
for n in 1 2 3 4 5 6 7 8; do git worktree add -q -b "script/$n" "../script-$n" main; done
for n in 1 2 3 4 5 6 7 8; do (cd "../script-$n" && sh ../work.sh "$n") & done
wait
git worktree add -q -b script/integration ../script-integration main
cd ../script-integration
for n in 1 2 3 4 5 6 7 8; do git merge -q --no-ff -m "Merge $n" "script/$n"; done
`;

function makeRepository() {
  const home = mkdtempSync(join(tmpdir(), 'breakwater-overhead-'));
  const root = join(home, 'shop');
  for (let n = 0; n < FILES; n += 1) {
    const folder = join(root, `packages/p${n % 40}/src/part-${n % 7}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `file-${n}.ts`), `export const value${n} = ${n};\n// ${'words of a line '.repeat(40)}\n`);
  }
  const list = TASKS.map((id, n) => `  - { id: ${id}, brief: "${n + 1}", writes: [packages/p${n + 1}/src/new.ts] }`);
  writeFileSync(join(root, 'breakwater.tasks.yaml'), `tasks:\n${list.join('\n')}\n`);
  const command = JSON.stringify(['sh', '-c', `read -r n; exec sh ${join(home, 'work.sh')} "$n"`]);
  writeFileSync(join(root, 'breakwater.config.yaml'), `runner: { kind: command, command: ${command} }\n`);
  writeFileSync(join(home, 'work.sh'), WORK);
  const git = (...words) => execFileSync('git', words, { cwd: root, env: { ...ENVIRONMENT, HOME: home } });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  return { home, root };
}

/** Wall seconds of a command; it must succeed. */
function timed(command, words, { home, root }) {
  const begin = performance.now();
  const child = spawn(command, words, { cwd: root, env: { ...ENVIRONMENT, HOME: home }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve((performance.now() - begin) / 1000) : reject(new Error(`${command} ended with ${code}\n${said}`)),
    );
  });
}

const WAYS = {
  script: (place) => timed('sh', ['-c', SCRIPT], place),
  ours: (place) => timed(process.execPath, [BINARY, 'execute', '--yes', '--concurrency', '8'], place),
};

/** Each way in the order given, on a repository of its own, so that neither finds the other's files in the cache of the other. */
async function round(order) {
  const seconds = {};
  for (const way of order) {
    const place = makeRepository();
    try {
      seconds[way] = await WAYS[way](place);
    } finally {
      rmSync(place.home, { recursive: true, force: true });
    }
  }
  return seconds;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

console.log(
  `${TASKS.length} tasks of ${SECONDS} s at once, ${FILES} files: a script (git worktree add, run, merge), breakwater execute, ratio`,
);
const ratios = [];
for (let n = 0; n < option('--rounds', 5); n += 1) {
  const { script, ours } = await round(n % 2 === 0 ? ['script', 'ours'] : ['ours', 'script']);
  ratios.push(ours / script);
  console.log(`${script.toFixed(2).padStart(9)} s ${ours.toFixed(2).padStart(9)} s ${(ours / script).toFixed(2).padStart(9)}`);
}
const ratio = median(ratios);
console.log(`median ratio ${ratio.toFixed(2)}`);
if (ratio > option('--at-most', Number.POSITIVE_INFINITY)) process.exitCode = 1;
