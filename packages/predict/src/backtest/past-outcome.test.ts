import { repoPath } from '@breakwater/model';
import { anIndex } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { aTouchSet } from '../a-touch-set.testing.js';
import { pastOutcome } from './past-outcome.js';

const index = anIndex(['src/a.ts', 'src/b.ts', 'package-lock.json']);

it('sets what was predicted, likeliest first, beside what changed, without new files and files that tools write', () => {
  const changed = ['src/a.ts', 'src/new.ts', 'package-lock.json'].map(repoPath);
  expect(pastOutcome(aTouchSet('a', { 'src/b.ts': 0.9, 'src/a.ts': 0.5 }), changed, index)).toEqual({
    predicted: ['src/b.ts', 'src/a.ts'],
    changed: new Set(['src/a.ts']),
  });
});

it('answers for a task of which nothing was predicted', () => {
  expect(pastOutcome(undefined, [repoPath('src/a.ts')], index).predicted).toEqual([]);
});
