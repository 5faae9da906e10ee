import { describe, expect, it } from 'vitest';
import { namesIn, symbolsIn } from './symbols-in.js';

const EXPORTED = ['LoginGuard', 'roundPrice', 'cart', '$store', 'total'];
const known = { isExported: (name: string) => EXPORTED.includes(name), unlisted: false };
const asked = (text: string, of = known) => symbolsIn(text, of).map(({ name, references }) => (references ? `${name}+` : name));

describe('a symbol in a brief', () => {
  it.each([
    ['Fix LoginGuard', ['LoginGuard']],
    ['Fix `cart` and the total', ['cart']],
    ['Fix `roundPrice(amount, 2)`', ['roundPrice']],
    ['Fix LoginGuard.canActivate and `$store`', ['$store', 'LoginGuard.canActivate']],
    ['LoginGuard, LoginGuard and LoginGuard', ['LoginGuard']],
    ['Rename roundPrice', ['roundPrice+']],
    ['Use roundPrice. Then rename roundPrice.', ['roundPrice+']],
  ])('is known: %s', (text, names) => {
    expect(asked(text)).toEqual(names);
  });

  it.each([
    'Fix the cart and its total',
    'Fix src/LoginGuard.ts',
    'Fix LoginGuard.spec.ts/x',
    'Fix @scope/LoginGuard',
    'Fix LoginGuard-page',
    'Fix UnknownThing',
    'Fix `a plain sentence`',
  ])('is none: %s', (text) => {
    expect(asked(text)).toEqual([]);
  });

  it('may be any that looks like one where the index does not list them all', () => {
    const unlisted = { ...known, unlisted: true };
    expect(asked('Fix OrderService and orderId and Cart', unlisted)).toEqual(['OrderService']);
  });
});

it.each([
  ['HTMLParser MAX_FILES orderId Class.member', ['HTMLParser', 'MAX_FILES', 'orderId', 'Class.member']],
  ['iOS e.g. i.e. Done', ['iOS']],
  ['it’s the end of class.', []],
  ['`x` `not one` `ok2`', ['x', 'ok2']],
  ['', []],
])('in %j the names are %j', (sentence, names) => {
  expect(namesIn(sentence)).toEqual(names);
});
