// @ts-check
import { html, money } from '#shop/format';
import { totalOf } from '#shop/pricing';
/** @typedef {import('#shop/types').OrderLine} OrderLine */

/** @param {readonly OrderLine[]} lines */
export function cartPage(lines) {
  if (lines.length === 0) return html`<p>Your cart is empty.</p>`;
  const items = lines.map(({ product, quantity }) => html`<li>${quantity} x ${product.name}</li>`);
  return html`<ul>${items}</ul><p>Total ${money(totalOf(lines))}</p>`;
}
