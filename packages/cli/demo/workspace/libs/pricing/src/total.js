// @ts-check
import { discountFor } from './discount.js';
import { roundToCents } from './rounding.js';
/** @typedef {import('#shop/types').OrderLine} OrderLine */

/**
 * What some lines cost together, discount taken off.
 * @param {readonly OrderLine[]} lines
 */
export function totalOf(lines) {
  const items = lines.reduce((sum, line) => sum + line.quantity, 0);
  const full = lines.reduce((sum, line) => sum + line.quantity * line.product.price, 0);
  return roundToCents(full * (1 - discountFor(items) / 100));
}
