import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Ended, Started } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { writeFiles } from '../rig/repository.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import type { ShimOrder } from './git-shim.js';
import { expectSound, integrationOf } from './invariants.js';

/** What the six sessions write together, on top of each other. */
const WRITTEN = {
  'src/a.txt': 'a\nf\n',
  ...Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`src/b/${n}.txt`, `b ${n}\n`])),
  ...Object.fromEntries(['one', 'two', 'three'].map((part) => [`src/c/${part}.txt`, `${part}\n`])),
  'src/d.txt': 'd\n',
  'src/e.txt': 'e\n',
  'src/f.txt': 'f\n',
};

/** The tree of a run that nobody disturbed, without one; the suite of kills holds such a run against it. */
export function calmTree(): string {
  const { repository, temp } = makeFaultWorld();
  const place = join(temp, 'calm');
  git(repository, 'worktree', 'add', '-q', '--detach', place);
  writeFiles(place, WRITTEN);
  git(place, 'add', '-A');
  return git(place, 'write-tree');
}

/** Starts a run and does something once its first task is in the chain, while others are at work. */
export async function halfway(
  world: FaultWorld,
  deed: (run: Started) => unknown,
  shim?: ShimOrder,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const run = world.start(['execute'], shim, environment);
  await run.said('integrated');
  await deed(run);
  return run.ended;
}

export function kill(signal: NodeJS.Signals): (run: Started) => void {
  return (run) => void run.process.kill(signal);
}

/** Resume comes to its end, and that is the tree of the undisturbed run. */
export async function resumes(world: FaultWorld, tree: string, label: string): Promise<void> {
  expectDone(await world.run(['resume']));
  await expectSound(world, tree, label);
}

/** What it said is shown only when it failed. */
export function expectDone({ code, stdout, stderr }: Ended): void {
  expect({ code, said: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, said: '' });
}

/** Both streams as one line, for texts that are wrapped. */
export function saidBy({ stdout, stderr }: Ended): string {
  return (stderr + stdout).replace(/\s+/g, ' ');
}

export function journalOf(world: FaultWorld): string {
  const runs = join(world.repository, '.git/breakwater/runs');
  const run = integrationOf(world.repository).split('/')[1] ?? '';
  return join(runs, run, 'journal.jsonl');
}

/** As a person does it: what git refuses is no fault of the run. */
export function tried(repository: string, ...words: readonly string[]): void {
  try {
    git(repository, ...words);
  } catch {
    // Refused, and that is an answer.
  }
}

export async function untilDone(deed: () => unknown): Promise<void> {
  for (let left = 5; left > 0; left -= 1) {
    try {
      return void deed();
    } catch {
      await wait(20);
    }
  }
  deed();
}

/** A case and, if it is one that only the long form of the suite tries, the word that says so. */
export type LongCase<T> = readonly [label: string, one: T, when?: 'long'];

/** `npm run faults -- --long` tries all of them. */
export function longCases<T>(cases: readonly LongCase<T>[]): readonly (readonly [string, T])[] {
  const all = process.env['BREAKWATER_FAULT_LONG'] !== undefined;
  return cases.filter(([, , when]) => all || when === undefined).map(([label, one]) => [label, one]);
}
