// @ts-check
import { html } from '#shop/format';
import { routes } from './app.routes.js';
import { LoginGuard } from './auth/login.guard.js';
/** @typedef {import('#shop/types').Session} Session */

/**
 * Where a visit leads: a page, or somewhere else.
 * @param {string} target path and query
 * @param {Session} session
 * @param {unknown} model what the page shows
 */
export function visit(target, session, model) {
  const url = new URL(target, 'http://shop');
  const route = routes.find(({ path }) => path === url.pathname);
  if (!route) return { status: 404, body: `${html`<h1>Nothing here</h1>`}` };
  const redirect = route.guarded ? new LoginGuard(session).redirectFor(url) : undefined;
  if (redirect) return { status: 302, location: redirect };
  return { status: 200, body: `${html`<h1>${route.title}</h1>${route.page(/** @type {never} */ (model))}`}` };
}
