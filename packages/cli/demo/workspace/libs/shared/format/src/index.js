export { html } from './html.js';
export { money } from './money.js';
