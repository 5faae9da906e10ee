import { taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { aTouch } from './a-touch-set.testing.js';
import { driftOf } from './drift-of.js';

function changed(...paths: readonly string[]) {
  return paths.map((path) => ({ path, added: 1, removed: 0 }));
}

it('is what came unexpected, what was expected and left alone, and what a neighbour changed too', () => {
  const predicted = [aTouch('kept.ts', 0.95), aTouch('left.ts', 0.5), aTouch('also-left.ts', 0.9), aTouch('guess.ts', 0.39)];
  const beside = [
    { path: 'new.ts', task: taskId('z') },
    { path: 'new.ts', task: taskId('b') },
    { path: 'elsewhere.ts', task: taskId('b') },
    { path: 'kept.ts', task: taskId('b') },
  ];
  expect(driftOf(predicted, changed('new.ts', 'kept.ts', 'a.ts'), beside)).toEqual({
    unpredicted: ['a.ts', 'new.ts'],
    untouched: ['also-left.ts', 'left.ts'],
    alsoChangedBy: [
      { path: 'kept.ts', task: 'b' },
      { path: 'new.ts', task: 'b' },
      { path: 'new.ts', task: 'z' },
    ],
  });
});

it('is nothing when all came as predicted; a file that was only possible is not missed', () => {
  expect(driftOf([aTouch('a.ts', 0.9), aTouch('b.ts', 0.1)], changed('a.ts'), [])).toEqual({
    unpredicted: [],
    untouched: [],
    alsoChangedBy: [],
  });
});
