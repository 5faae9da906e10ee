import { aTask } from '@breakwater/model/testing';
import { groundOf, type World } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';
import { type Guess, guessOf } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';
import { planWords } from './plan-words.js';

/** Makes guesses about tasks of one repository: `guess({brief: 'x'}, {'a.ts': 0.5})`. */
export function guesser(world: World) {
  const ground = groundOf(world);
  return (wanted: Parameters<typeof aTask>[1], files: Readonly<Record<string, number>>): Guess => {
    const { view } = viewTask(aTask('t', { title: 't', ...wanted }), ground);
    const guessed = Object.entries(files).map(([path, p]) => ({ file: numberOf(path), p }));
    return guessOf(view, guessed);
  };
  function numberOf(path: string): number {
    const file = ground.files.numberOf(path);
    if (file === undefined) throw new Error(`no file ${path}`);
    return file;
  }
}

/** What a group measures of a pair, by name, to a thousandth; `others` are in the plan besides. */
export function measured(
  { names, measure }: PairSignalGroup,
  a: Guess,
  b: Guess,
  ...others: readonly Guess[]
): Readonly<Record<string, number>> {
  const row = measure(a, b, planWords([a, b, ...others]));
  if (row.length !== names.length) throw new Error(`${names.length} names for ${row.length} numbers`);
  return Object.fromEntries(names.map((name, n) => [name, Math.round((row[n] ?? Number.NaN) * 1_000) / 1_000 + 0]));
}
