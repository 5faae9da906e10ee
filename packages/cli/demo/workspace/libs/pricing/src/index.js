export { discountFor } from './discount.js';
export { roundToCents } from './rounding.js';
export { totalOf } from './total.js';
