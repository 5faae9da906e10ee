// @ts-check
import { totalOf } from '#shop/pricing';
/** @typedef {import('#shop/types').Order} Order */

export class OrdersService {
  /** @param {readonly Order[]} orders */
  constructor(orders) {
    this.orders = orders;
  }

  /** @param {string} id */
  find(id) {
    return this.orders.find((order) => order.id === id);
  }

  /** @param {Order} order */
  total(order) {
    return totalOf(order.lines);
  }
}
