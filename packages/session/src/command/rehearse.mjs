/**
 * The agent of a rehearsal: `node rehearse.mjs FOLDER TASK`, in the worktree. Reads FOLDER/TASK.json
 *
 *     { "say": "what the commit says", "steps": [{ "path", "create" } | { "path", "replace", "with" } | { "path", "delete": true }] }
 *
 * makes the steps one by one with a pause (milliseconds in BREAKWATER_REHEARSAL_PAUSE) and commits them. Without such a file it
 * writes one harmless marker, so that a rehearsal works in any repository.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = Number(process.env.BREAKWATER_REHEARSAL_PAUSE ?? 1000);
const [folder, task] = process.argv.slice(2);

try {
  await rehearse();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function rehearse() {
  const { say, steps } = readEdits();
  for (const step of steps) {
    process.stdout.write(`${makeStep(step)}\n`);
    await wait(PAUSE_MS);
  }
  commit(say);
  process.stdout.write(`${say}\n`);
}

function readEdits() {
  const file = folder === '' ? undefined : join(folder, `${task}.json`);
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const marker = { path: `.breakwater-rehearsal-${task}`, create: `Rehearsed ${task}. Nothing real was done.\n` };
  return { say: `Rehearse ${task}`, steps: [marker] };
}

function makeStep(step) {
  const path = inside(step.path);
  if (step.delete) {
    rmSync(path);
    return `deletes ${path}`;
  }
  if (step.create !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, step.create);
    return `writes ${path}`;
  }
  writeFileSync(path, replaceOnce(readFileSync(path, 'utf8'), step));
  return `edits ${path}`;
}

/** Prepared edits come from a file; they may change this worktree and nothing else, also not through a link. */
function inside(path) {
  const way = relative('.', path);
  if (way === '' || way.startsWith('..') || isAbsolute(path)) throw new Error(`${path}: is not a file of this worktree`);
  const root = realpathSync('.');
  const parent = nearestFolder(dirname(path));
  if (parent !== root && !parent.startsWith(root + sep)) throw new Error(`${path}: leads out of this worktree`);
  return path;
}

/** The real path of the nearest folder that exists. */
function nearestFolder(folder) {
  return existsSync(folder) ? realpathSync(folder) : nearestFolder(dirname(folder));
}

function replaceOnce(text, step) {
  const count = text.split(step.replace).length - 1;
  if (count !== 1)
    throw new Error(`${step.path}: the text to replace occurs ${count} times instead of once: ${JSON.stringify(step.replace)}`);
  return text.replace(step.replace, () => step.with);
}

/** Where git refuses, for want of a name to sign with, the work stays uncommitted and is saved afterwards. */
function commit(say) {
  const git = (...words) =>
    execFileSync('git', ['-c', 'core.hooksPath=/dev/null', ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    git('add', '--all');
    git('commit', '--quiet', '--no-verify', '-m', say);
  } catch {
    process.stdout.write('leaves its work uncommitted\n');
  }
}
