// @ts-check
import { createRouter } from './http/router.js';
import { OrdersController } from './orders/orders.controller.js';
import { OrdersService } from './orders/orders.service.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';
/** @typedef {import('#shop/types').Customer} Customer */
/** @typedef {import('#shop/types').Order} Order */

/** @param {{ customers: readonly Customer[], orders: readonly Order[] }} data */
export function createApp({ customers, orders }) {
  return createRouter([
    ...new OrdersController(new OrdersService(orders)).routes(),
    ...new UsersController(new UsersService(customers)).routes(),
  ]);
}
