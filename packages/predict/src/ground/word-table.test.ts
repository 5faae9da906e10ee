import { repoPath } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordTable } from './word-table.js';

const TERMS = ['cart', 'order', 'total', 'shop', 'login', 'größ', '注文', 'nowhere'];
const table = (...paths: readonly string[]) => wordTable(paths.map(repoPath), TERMS);

describe('the words of paths', () => {
  it('are found in any part, if they were asked for, however they are joined and inflected, as often as they are there', () => {
    const words = table('libs/carts/cart-totals.ts', 'libs/order/OrderCart.ts', 'docs/readme.md');
    expect(words.postings('cart')).toMatchObject({ files: [0, 1], counts: [2, 1] });
    expect(words.postings('total')).toMatchObject({ files: [0], counts: [1] });
    expect(words.postings('nowhere')).toBeUndefined();
    expect(words.postings('readm')).toBeUndefined();
  });

  it('tell more the rarer they are', () => {
    const words = table('cart/total.ts', 'cart/button.ts', 'order/page.ts', 'order/list.ts', 'docs/x1.md');
    expect(words.postings('total')?.idf).toBeGreaterThan(words.postings('cart')?.idf ?? Number.NaN);
  });

  it('tell nothing when more than a fifth of all paths have them, and more than three', () => {
    const paths = (having: number) =>
      table(...Array.from({ length: 20 }, (_, n) => (n < having ? `shop/p${n}x.ts` : `q${n}x.ts`)));
    expect([3, 4, 5].map((having) => paths(having).postings('shop')?.files.length)).toEqual([3, 4, undefined]);
    expect(table('shop/a.ts', 'shop/b.ts', 'shop/c.ts').postings('shop')?.files.length).toBe(3);
  });

  it('of a name leave out its endings and take it whole too', () => {
    const words = table('libs/cart/OrderTotals.test.ts', 'libs/cart/a.ts');
    expect([0, 1].map((file) => [...words.termsOfName(file)])).toEqual([['order', 'total', 'ordertotal'], []]);
    expect(words.termsOfPath(0).map((terms) => [...terms])).toEqual([
      ['lib'],
      ['cart'],
      ['order', 'total', 'ordertotal', 'test', 'ts', 'ordertotalstestt'],
    ]);
  });

  it('of a longer path are more than the mean', () => {
    const words = table('cart.ts', 'libs/cart/totals/round-prices.ts');
    expect(words.relativeLength(0)).toBeLessThan(1);
    expect(words.relativeLength(0) + words.relativeLength(1)).toBeCloseTo(2, 9);
    expect(table().relativeLength(0)).toBe(0);
  });
});

it('every word told of a file is in its path, and every idf is positive', async () => {
  const part = fc.constantFrom('cart', 'order', 'total', 'ui', 'LoginGuard', 'größe', '注文');
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => repoPath(`${parts.join('/')}.ts`));
  await fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 15 }), (paths) => {
      const words = wordTable(paths, TERMS);
      for (const word of ['cart', 'order', 'login', 'größ', '注文']) {
        const found = words.postings(word);
        if (found === undefined) continue;
        expect(found.idf).toBeGreaterThan(0);
        for (const file of found.files) expect(paths[file]?.toLowerCase()).toContain(word);
      }
    }),
  );
});
