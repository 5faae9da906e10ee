// @ts-check
import { cartPage } from './cart/cart.page.js';
import { homePage } from './home/home.page.js';

/** What is shown where; a guarded page needs somebody signed in. */
export const routes = [
  { path: '/', title: 'Welcome', page: homePage, guarded: false },
  { path: '/cart', title: 'Your cart', page: cartPage, guarded: true },
];
