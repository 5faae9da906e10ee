// @ts-check
/** @typedef {import('#shop/types').Discount} Discount */

/** @type {readonly Discount[]} */
const DISCOUNTS = [
  { fromItems: 50, percent: 10 },
  { fromItems: 10, percent: 5 },
];

/**
 * Percent off for a number of items.
 * @param {number} items
 */
export function discountFor(items) {
  return DISCOUNTS.find((discount) => items >= discount.fromItems)?.percent ?? 0;
}
