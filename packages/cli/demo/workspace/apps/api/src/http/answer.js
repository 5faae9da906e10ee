// @ts-check
/** @typedef {{ readonly status: number, readonly body: unknown }} Answer */

/** @param {unknown} body @returns {Answer} */
export function ok(body) {
  return { status: 200, body };
}

/** @param {string} what @returns {Answer} */
export function notFound(what) {
  return { status: 404, body: { error: `${what} was not found` } };
}

/** @param {string} error @returns {Answer} */
export function badRequest(error) {
  return { status: 400, body: { error } };
}
