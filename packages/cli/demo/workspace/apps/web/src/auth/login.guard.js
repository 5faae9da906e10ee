// @ts-check
/** @typedef {import('#shop/types').Session} Session */

/** Sends visitors without a session to sign in, and afterwards back to where they wanted to go. */
export class LoginGuard {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /**
   * Where to go instead; undefined for whoever may stay.
   * @param {URL} url
   */
  redirectFor(url) {
    if (this.session.customerId) return undefined;
    return `/login?next=${url.pathname}`;
  }
}
