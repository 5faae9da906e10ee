import { describe, expect, it } from 'vitest';
import { madeBy } from './is-made.js';

describe('a text makes a thing', () => {
  it.each([
    ['Add a `PriceFormatter` to the cart.', 'PriceFormatter'],
    ['We are adding one shared PriceFormatter', 'PriceFormatter'],
    ['Implements `format(price)`, nothing else.', 'format'],
    ['Move the rounding to libs/money/round.ts', 'libs/money/round.ts'],
    ['Split the table into PriceTable', 'PriceTable'],
    ['Look at the cart first.\nThen create PriceTable.', 'PriceTable'],
    ['CREATE PRICETABLE', 'PriceTable'],
  ])('%s', (text, thing) => {
    expect(madeBy(text)(thing)).toBe(true);
  });
});

describe('a text only speaks of a thing', () => {
  it.each([
    ['used for what is made', 'Add a button for PriceTable', 'PriceTable'],
    ['in another sentence than the verb', 'Add a button. PriceTable is slow.', 'PriceTable'],
    ['that is the beginning of another name', 'Add `PriceTableRow`', 'PriceTable'],
    ['too far from the verb', 'Add one very very very very very long PriceTable', 'PriceTable'],
    ['moved, not made', 'Move PriceTable', 'PriceTable'],
    ['it does not say at all', 'Add a button', 'PriceTable'],
    ['with signs that a pattern would read otherwise', 'Add libs/xAts', 'libs/x.ts'],
  ])('%s: %s', (_, text, thing) => {
    expect(madeBy(text)(thing)).toBe(false);
  });
});
