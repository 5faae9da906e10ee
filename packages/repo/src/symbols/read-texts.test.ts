import { anIndex, aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { readTexts } from './read-texts.js';

it('reads the files that are asked for and nothing else, without byte order marks', async () => {
  const texts = { 'a.ts': 'A', 'b.md': '\uFEFFB', 'c.ts': 'C' };
  const { files } = anIndex(Object.keys(texts));
  expect([...(await readTexts(aTree(texts), files.slice(1)))]).toEqual([
    ['b.md', 'B'],
    ['c.ts', 'C'],
  ]);
});
