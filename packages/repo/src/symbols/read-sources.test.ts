import { aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { NO_CACHE } from '../cache/cache.js';
import { indexRepository } from '../index-repository.js';
import { readSources } from './read-sources.js';

it('reads the texts that are asked for, in the order of the index, each once and nothing else', async () => {
  const tree = aTree({ 'a.ts': 'A', 'b.md': '\uFEFFB', 'c.ts': 'C' });
  const texts = await readSources({ index: await indexRepository(tree), tree, cache: NO_CACHE }, [
    'c.ts',
    'gone.ts',
    'b.md',
    'c.ts',
  ]);
  expect([...texts]).toEqual([
    ['b.md', 'B'],
    ['c.ts', 'C'],
  ]);
});
