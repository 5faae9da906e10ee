export type { Customer } from './customer.js';
export type { Discount } from './discount.js';
export type { Order, OrderLine } from './order.js';
export type { Product } from './product.js';
export type { Session } from './session.js';
