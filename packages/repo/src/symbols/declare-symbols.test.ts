import { aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { NO_CACHE } from '../cache/cache.js';
import { indexRepository } from '../index-repository.js';
import { declareSymbols } from './declare-symbols.js';
import { searchWords } from './search-words.js';
import { parseSymbolName } from './symbol-name.js';

const FILES = {
  'index.ts': "export * as Shapes from './shapes';\nexport class Box { open() {} }",
  'shapes/index.ts': "export * from './circle';\nexport const area = 1;",
  'shapes/circle.ts': 'export const circle = 1;',
  'other.ts': 'export const circle = 2;\nexport const area = 3;',
};

/** Each symbol as `[owner.]word: places`. */
async function declared(...names: readonly string[]): Promise<readonly string[]> {
  const tree = aTree(FILES);
  const index = await indexRepository(tree);
  const symbols = names.map((name) => parseSymbolName(name)!);
  const words = symbols.flatMap(({ owner, word }) => [word, owner ?? word]);
  const found = await declareSymbols(
    { index, tree, cache: NO_CACHE },
    symbols,
    await searchWords({ index, tree, cache: NO_CACHE }, index.files, words),
  );
  return found.map(({ name: { owner, word }, declarations }) => {
    const places = declarations.map(({ path, line }) => `${path}:${line}`);
    return `${owner === undefined ? '' : `${owner}.`}${word}: ${places.join(' ')}`.trim();
  });
}

it('looks for members of a namespace in the files behind it only, and calls them by their own name', async () => {
  expect(await declared('Shapes.circle', 'Shapes.area')).toEqual(['circle: shapes/circle.ts:1', 'area: shapes/index.ts:2']);
});

it('keeps the owner where that is a class or nothing known', async () => {
  expect(await declared('Box.open', 'JSON.parse', 'circle.area')).toEqual([
    'Box.open: index.ts:2',
    'JSON.parse:',
    'circle.area:',
  ]);
});

it('keeps the order of the names, however they are found', async () => {
  expect(await declared('Shapes.none', 'area', 'Shapes.circle', 'Box.open', 'Shapes.area')).toEqual([
    'none:',
    'area: other.ts:2 shapes/index.ts:2',
    'circle: shapes/circle.ts:1',
    'Box.open: index.ts:2',
    'area: shapes/index.ts:2',
  ]);
});
