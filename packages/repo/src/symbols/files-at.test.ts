import { anIndex } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { filesAt } from './files-at.js';

it('answers in the order of the index, each file once, unknown paths left out', () => {
  const found = filesAt(anIndex(['a.ts', 'b.md', 'c.ts']), ['c.ts', 'gone.ts', 'b.md', 'c.ts']);
  expect(found.map(({ path }) => path)).toEqual(['b.md', 'c.ts']);
});
