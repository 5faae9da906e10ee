#!/usr/bin/env node
// What a lane with a clone of its own costs beside one with a worktree, on a repository of 5,000 files: milliseconds to open, to give it
// its clone, to bring one commit home and save the rest, and to give back; and bytes on disk beside the files themselves. Medians of
// --rounds (7), each way in turn, one at a time.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRepository } from '@breakwater/git';
import { GIT_USER } from './git-user.mjs';

const FILES = 5000;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });

const home = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-isolation-')));
const environment = {
  PATH: process.env.PATH,
  HOME: home,
  ...GIT_USER,
};
const root = join(home, 'shop');
const git = (cwd, ...words) => execFileSync('git', words, { cwd, env: environment, encoding: 'utf8' }).trim();

function makeRepository() {
  for (let n = 0; n < FILES; n += 1) {
    const folder = join(root, `packages/p${n % 40}/src/part-${n % 7}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `file-${n}.ts`), `export const value${n} = ${n};\n// ${'words of a line '.repeat(40)}\n`);
  }
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'Begin');
  git(root, 'gc', '-q');
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Bytes of a folder as its files take them on the disk. */
function bytes(folder) {
  return 1024 * Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]);
}

async function lane(repository, base, way, n) {
  const path = join(home, 'lanes', `${way}-${n}`);
  const branch = `breakwater/7f3a/${way}-${n}`;
  const entries = () => bytes(join(root, '.git', 'worktrees'));
  const open = await timed(async () => {
    const added = await repository.addWorktree({ path, branch, base, reason: 'bench' });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
  });
  const give = way === 'clone' ? await timed(() => repository.giveClone(path)) : 0;
  const disk = entries() + (way === 'clone' ? bytes(join(path, '.git')) : 0);
  writeFileSync(join(path, 'new.ts'), 'export {};\n');
  git(path, 'add', '-A');
  git(path, 'commit', '-q', '-m', 'Work');
  const save = await timed(async () => {
    await repository.bringHome(path, { aside: `refs/breakwater/runs/7f3a/aside/${way}-${n}/` });
    await repository.commitAll(path, 'Rest');
  });
  const close = await timed(async () => {
    const removed = await repository.removeWorktree(path);
    if (!removed.ok) throw new Error(JSON.stringify(removed.error));
  });
  return { open, give, save, close, disk };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  makeRepository();
  const opened = await openRepository(root, environment);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const base = git(root, 'rev-parse', 'HEAD');
  const files = bytes(root) - bytes(join(root, '.git'));
  const found = { worktree: [], clone: [] };
  for (let n = 0; n < Number(values.rounds); n += 1) {
    for (const way of Object.keys(found)) found[way].push(await lane(opened.value, base, way, n));
  }
  console.log(`${FILES} files, ${(files / 1e6).toFixed(1)} MB of files in each lane, medians of ${values.rounds}`);
  for (const [way, lanes] of Object.entries(found)) {
    const of = (name) => median(lanes.map((one) => one[name]));
    const times = ['open', 'give', 'save', 'close'].map((name) => `${name} ${of(name).toFixed(0)} ms`).join(', ');
    console.log(`${way.padEnd(8)}  ${times}, ${(of('disk') / 1e6).toFixed(2)} MB of git's own files`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
