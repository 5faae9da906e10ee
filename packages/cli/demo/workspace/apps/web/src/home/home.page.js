// @ts-check
import { html, money } from '#shop/format';
/** @typedef {import('#shop/types').Product} Product */

/** @param {readonly Product[]} products */
export function homePage(products) {
  return html`<ul>${products.map((product) => html`<li>${product.name}, ${money(product.price)}</li>`)}</ul>`;
}
