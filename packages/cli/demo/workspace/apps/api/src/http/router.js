// @ts-check
import { notFound } from './answer.js';
/** @typedef {import('./answer.js').Answer} Answer */
/** @typedef {{ readonly params: Readonly<Record<string, string>>, readonly query: URLSearchParams }} Request */
/** @typedef {{ readonly method: string, readonly path: string, readonly handler: (request: Request) => Answer }} Route */

/**
 * Finds the route for a request: `/orders/:id` takes any one segment as `id`.
 * @param {readonly Route[]} routes
 */
export function createRouter(routes) {
  return {
    /** @param {string} method @param {string} target @returns {Answer} */
    handle(method, target) {
      const url = new URL(target, 'http://shop');
      for (const route of routes) {
        const params = route.method === method ? match(route.path, url.pathname) : undefined;
        if (params) return route.handler({ params, query: url.searchParams });
      }
      return notFound(`${method} ${url.pathname}`);
    },
  };
}

/** @param {string} pattern @param {string} path @returns {Record<string, string> | undefined} */
function match(pattern, path) {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  const fits = wanted.length === given.length && wanted.every((part, n) => part.startsWith(':') || part === given[n]);
  if (!fits) return undefined;
  return Object.fromEntries(wanted.flatMap((part, n) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(given[n])]] : [])));
}
