import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { groundOf } from './found-by.testing.js';
import { readTask } from './reading.js';
import { sweepOf } from './sweep.js';

function sweep(brief: string, rest: Parameters<typeof aTask>[1] = {}): string | undefined {
  return sweepOf(readTask(aTask('a', { brief, ...rest }), groundOf({ paths: ['src/a.ts'] })));
}

describe('a sweep', () => {
  it.each([
    ['Rename userId to accountId everywhere.', 'everywhere'],
    ['Use the node: prefix across the repository', 'across the repository'],
    ['Replace moment by date-fns in the whole codebase', 'in the whole codebase'],
    ['Add a license header to all files', 'all files'],
    ['Turn on strict mode in every package', 'every package'],
    ['A repo-wide switch to ESM', 'repo-wide'],
    ['Use file-scoped namespaces across the solution', 'across the solution'],
    ['Run prettier over all TypeScript files of the repository', 'all typescript files of the repository'],
  ])('is known by its words: %s', (brief, words) => {
    expect(sweep(brief)).toBe(words);
  });

  it.each([
    'Fix the login',
    'Show all orders of a customer',
    'Load every page once',
    'Show gzip sizes of all compressible files',
    'Wide tables scroll',
    'Test the whole flow',
  ])('is not: %s', (brief) => {
    expect(sweep(brief)).toBeUndefined();
  });

  it('is none that says which files, and none that runs alone', () => {
    expect(sweep('Rename it everywhere', { writes: ['src/**'] })).toBeUndefined();
    expect(sweep('Rename it everywhere', { exclusive: true })).toBeUndefined();
  });
});
