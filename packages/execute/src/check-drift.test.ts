import { repoPath, type Touch } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { checkDrift } from './check-drift.js';
import { aPlan } from './scripted-world.testing.js';

function touch(path: string, p: number): Touch {
  return { path: repoPath(path), p, confidence: 'likely', evidence: [] };
}

it('tells what was changed without being predicted, predicted and left alone, and changed by a neighbour too', () => {
  const [planned] = aPlan([['a']]).tasks;
  const writes = [touch('hit.ts', 0.95), touch('missed.ts', 0.5), touch('shrug.ts', 0.1)];
  const changes = ['z-extra.ts', 'hit.ts', 'extra.ts'].map((path) => ({ path, added: 1, removed: 0 }));
  const beside = [{ task: aTask('b').id, paths: ['hit.ts', 'other.ts'] }];
  expect(checkDrift({ ...planned!, writes }, changes, beside)).toEqual({
    unpredicted: ['extra.ts', 'z-extra.ts'],
    untouched: ['missed.ts'],
    alsoChangedBy: [{ path: 'hit.ts', task: 'b' }],
  });
});
