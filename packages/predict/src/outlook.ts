import type { Task, Touch } from '@breakwater/model';
import type { Finding } from './finding.js';
import type { Ground } from './ground/ground.js';
import { allowedBy } from './ground/match-globs.js';
import { type Guess, type Guessed, guessOf } from './pair/guess.js';
import { type Reading, readTask } from './reading.js';
import { candidates } from './signals/candidates.js';
import { measureFiles } from './signals/signals.js';
import { type View, viewOf } from './signals/view.js';
import { SOURCES } from './sources/sources.js';
import { touchesOf } from './touches-of.js';
import { type BoostedTrees, probability } from './trees/boosted-trees.js';
import { WEIGHTS } from './weights.js';

/** All that is known of one task before it is held against others. */
export interface Outlook {
  readonly view: View;
  readonly guess: Guess;
  /** What sources found and the model guesses, by falling p; hubs that are free are left out. */
  readonly touches: readonly Touch[];
}

/** Reads a task and asks the sources of evidence. `scouted`: what a scouting session answered, if one was asked. */
export function viewTask(
  task: Task,
  ground: Ground,
  scouted?: unknown,
): { readonly view: View; readonly found: readonly Finding[] } {
  const reading = readTask(task, ground, scouted);
  const found = findAll(reading, ground);
  return { view: viewOf(reading, ground, found), found };
}

export function outlookOf(task: Task, ground: Ground, model: BoostedTrees, scouted?: unknown): Outlook {
  const { view, found } = viewTask(task, ground, scouted);
  const guessed = guessFiles(view, model);
  return { view, guess: guessOf(view, guessed), touches: touchesOf(view, found, guessed) };
}

function findAll(reading: Reading, ground: Ground): readonly Finding[] {
  const found: Finding[] = [];
  for (const source of SOURCES) {
    // One by one: a folder may hold more files than a call can take arguments.
    for (const finding of source.find(reading, ground, found)) found.push(finding);
  }
  return found;
}

/** The files a task may mean, by falling p, also those that are not worth a line. */
export function likeliestFiles(task: Task, ground: Ground, model: BoostedTrees): readonly Touch[] {
  const { view, found } = viewTask(task, ground);
  return touchesOf(view, found, guessFiles(view, model), 0);
}

/** What the model says about every candidate; of a task that declares globs only about files inside them. */
function guessFiles(view: View, model: BoostedTrees): readonly Guessed[] {
  const { paths, isFree } = view.ground;
  const { writes } = view.reading.task;
  const isAllowed = writes.length === 0 ? () => true : allowedBy(writes, paths);
  const measure = measureFiles(view);
  return candidates(view)
    .filter((file) => {
      const path = paths.all[file] ?? '';
      return isAllowed(path) && !isFree(path);
    })
    .map((file) => ({ file, p: probability(model, measure(file)) * doubt(view, file) }));
}

/** Where a session named files, those that neither it nor the brief names are less likely, and not impossible: sessions overlook. */
function doubt({ reading, said }: View, file: number): number {
  return reading.scouted.length === 0 || said.has(file) ? 1 : WEIGHTS.scout.unnamed;
}
