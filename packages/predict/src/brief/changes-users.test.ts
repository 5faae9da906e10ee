import { expect, it } from 'vitest';
import { changesUsers } from './changes-users.js';

it.each([
  'Rename Money to Price',
  'Rename `Money` to `Price`.',
  'Please rename the exported class Money to Price',
  'Renaming Coin and Money into Cash',
  'Remove Money',
  'Remove all uses of Money',
  'Delete the deprecated Money class',
  'Drop `Money`',
  'Move Money to libs/shared',
  'Move the type Money into its own file',
  'Deprecate Money',
  'Replace Money with Decimal',
  'Replace every call of `Money()` by `price()`',
  'Money should be renamed',
  'Money is to be removed in this release',
  'Change the signature of Money',
  "Change Money's signature",
  'Add a second parameter to Money',
  'Use Money everywhere',
  'Pass a currency to Money in all usages',
  'Update all callers of Money',
  'Check every call site of Money',
])('the users of Money change with it: %s', (sentence) => {
  expect(changesUsers(sentence, 'Money')).toBe(true);
});

it.each([
  'Money loses a cent',
  'Fix the rounding of Money',
  'Remove the flicker in Money',
  'Remove unused imports in the file of Money',
  'Add a test for Money',
  'Rename MoneyFormatter to PriceFormatter',
  'Move the button next to Money',
  'Money drops the cents',
  'Replace the icon that Money shows',
])('only the symbol itself is in play: %s', (sentence) => {
  expect(changesUsers(sentence, 'Money')).toBe(false);
});

it('takes a name for itself, not for a pattern', () => {
  expect(changesUsers('Remove $state', '$state')).toBe(true);
  expect(changesUsers('Remove CartXadd', 'Cart.add')).toBe(false);
  expect(changesUsers('Remove `Cart.add`', 'Cart.add')).toBe(true);
});
