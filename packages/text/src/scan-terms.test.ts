import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBytesOf } from './plain-bytes.js';
import { scanTerms } from './scan-terms.js';

const decoder = new TextDecoder();

/** What is found where: the words as the text says them, wholes in angle brackets. */
function scanned(text: string): readonly string[] {
  const bytes = plainBytesOf(text);
  const terms: string[] = [];
  scanTerms(bytes, ({ from, to, whole }) => {
    const said = decoder.decode(bytes.subarray(from, to));
    terms.push(whole ? `<${said}>` : said);
  });
  return terms;
}

/** The places of all terms, in bytes. */
function places(text: string): readonly { readonly from: number; readonly to: number; readonly whole: boolean }[] {
  const found: { from: number; to: number; whole: boolean }[] = [];
  scanTerms(plainBytesOf(text), ({ from, to, whole }) => found.push({ from, to, whole }));
  return found;
}

describe('a text is cut', () => {
  it.each([
    ['at capitals, the last of several being the next word’s', 'XMLHttpRequest', ['XML', 'Http', 'Request', '<XMLHttpRequest>']],
    ['between letters and digits', 'sha256sum', ['sha', '256', 'sum', '<sha256sum>']],
    ['at underscores and dollars, wherever they are', '__init__ $scope', ['init', 'scope']],
    ['not after a lone capital', 'aButton iOS', ['Button', '<aButton>', 'OS', '<iOS>']],
    ['at dots and hyphens, which join what is left', 'a-b cart.item-list', ['<a-b>', 'cart', 'item', 'list', '<cart.item-list>']],
    ['at two dots, which join nothing', 'from..to', ['from', 'to']],
    ['at a dot before a blank, which ends a sentence', 'the cart. total', ['the', 'cart', 'total']],
    ['at a slash, which joins nothing', 'apps/web', ['apps', 'web']],
    ['at line ends of either kind', 'cart\r\ntotal\rlist', ['cart', 'total', 'list']],
    ['into nothing when it is all signs', '--- ... ___ $$ ?!', []],
    ['at signs of other scripts', '注文，履歴。「一覧」', ['注文', '履歴', '一覧']],
    ['not at accents, joined or apart', 'café cafe\u0301', ['café', 'cafe\u0301']],
  ])('%s: %s', (_, text, terms) => {
    expect(scanned(text)).toEqual(terms);
  });
});

const names = fc
  .array(fc.constantFrom('order', 'History', 'HTML', '2', '_', '.', '-', ' ', '\n', 'x', 'é', '注文', '/', 's'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('for any text', () => {
  it('words come in order and do not overlap, and every term lies in the text', async () => {
    await fc.assert(
      fc.property(names, (text) => {
        const size = plainBytesOf(text).length;
        const words = places(text).filter(({ whole }) => !whole);
        for (const { from, to } of places(text)) expect(0 <= from && from < to && to <= size).toBe(true);
        for (const [n, { from }] of words.entries()) expect(from).toBeGreaterThanOrEqual(words[n - 1]?.to ?? 0);
      }),
    );
  });

  it('every whole ends where its last part does, and comes after all of them', async () => {
    await fc.assert(
      fc.property(names, (text) => {
        const all = places(text);
        for (const [n, { to, whole }] of all.entries()) {
          if (!whole) continue;
          expect(all.slice(n + 1).every((later) => later.to >= to)).toBe(true);
        }
      }),
    );
  });

  it('two texts on lines of their own have the terms of the one, then those of the other', async () => {
    await fc.assert(
      fc.property(names, names, (one, other) => {
        expect(scanned(`${one}\n${other}`)).toEqual([...scanned(one), ...scanned(other)]);
      }),
    );
  });
});

describe('a name that is very long', () => {
  it('is told by its beginning, its later words still being found', () => {
    const long = `x${'Part'.repeat(80)}`;
    const words = scanned(`${long} end`);
    expect(words.filter((word) => word === 'Part')).toHaveLength(64);
    expect(words.slice(-2)).toEqual([`<${long}>`, 'end']);
  });
});
