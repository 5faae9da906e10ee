// @ts-check
import { notFound, ok } from '../http/answer.js';
/** @typedef {import('../http/router.js').Request} Request */
/** @typedef {import('../http/router.js').Route} Route */

export class OrdersController {
  /** @param {import('./orders.service.js').OrdersService} orders */
  constructor(orders) {
    this.orders = orders;
  }

  /** @returns {readonly Route[]} */
  routes() {
    return [
      { method: 'GET', path: '/orders/:id', handler: (request) => this.one(request) },
    ];
  }

  /** @param {Request} request */
  one({ params }) {
    const order = this.orders.find(params.id);
    return order ? ok({ ...order, total: this.orders.total(order) }) : notFound(`Order ${params.id}`);
  }
}
