import { anIndex } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couldBeCreated } from './could-be-created.js';
import { pathTable } from './path-table.js';

const table = pathTable(
  anIndex(['package.json', 'libs/cart/index.ts', 'libs/cart/lib/cart.service.ts', 'libs/cart-ui/index.ts', 'apps/web/cart/a.ts'])
    .files,
);

describe('the path table', () => {
  it('knows files and folders', () => {
    expect(['libs/cart/index.ts', 'libs/cart', 'libs'].map(table.has)).toEqual([true, false, false]);
    expect(['libs/cart', 'libs', 'libs/cart/index.ts', '', 'lib'].map(table.isFolder)).toEqual([true, true, false, false, false]);
  });

  it('finds namesakes of files and folders in every folder', () => {
    expect(table.named('index.ts')).toEqual(['libs/cart-ui/index.ts', 'libs/cart/index.ts']);
    expect(table.foldersNamed('cart')).toEqual(['apps/web/cart', 'libs/cart']);
    expect([table.named('none.ts'), table.foldersNamed('none')]).toEqual([[], []]);
  });

  it('finds files by their stem, however it is joined', () => {
    expect(table.withStem('cartservice')).toEqual(['libs/cart/lib/cart.service.ts']);
  });

  it('lists what lies below a folder, not below its longer namesake', () => {
    expect(table.below('libs/cart')).toEqual(['libs/cart/index.ts', 'libs/cart/lib/cart.service.ts']);
    expect(table.below('')).toHaveLength(5);
    expect(table.below('nowhere')).toEqual([]);
  });

  it('lists what lies right in a folder, each time the same', () => {
    const lists = ['libs/cart', '', 'nowhere', 'libs/cart'].map(table.rightIn);
    expect(lists).toEqual([['libs/cart/index.ts'], ['package.json'], [], ['libs/cart/index.ts']]);
    expect(lists[3]).toBe(lists[0]);
  });

  it('answers below as a filter would, whatever the names', async () => {
    const segment = fc.constantFrom('a', 'a-b', 'a.b', 'a0', 'b', 'aa', 'é');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
    await fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 20 }), path, (paths, folder) => {
        const expected = paths.filter((one) => one.startsWith(`${folder}/`)).sort();
        expect(pathTable(anIndex(paths).files).below(folder)).toEqual(expected);
      }),
    );
  });
});

describe('a file to come', () => {
  it.each([
    ['in a folder that is there', 'libs/cart/coupon.ts', true],
    ['in a new folder below one that is there', 'libs/cart/coupon/coupon.ts', true],
    ['where nothing is', 'server/coupon.ts', false],
    ['at the root', 'coupon.ts', false],
    ['that is there already', 'libs/cart/index.ts', false],
    ['without an ending', 'libs/cart/coupon', false],
    ['that is a folder', 'libs/cart', false],
    ['outside', '../libs/cart/x.ts', false],
    ['as a pattern', 'libs/cart/**/*.ts', false],
  ])('%s: %s', (_, path, expected) => {
    expect(couldBeCreated(path, table)).toBe(expected ? path : undefined);
  });
});
