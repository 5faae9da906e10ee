// @ts-check
import { badRequest, notFound, ok } from '../http/answer.js';
/** @typedef {import('../http/router.js').Request} Request */
/** @typedef {import('../http/router.js').Route} Route */

export class UsersController {
  /** @param {import('./users.service.js').UsersService} users */
  constructor(users) {
    this.users = users;
  }

  /** @returns {readonly Route[]} */
  routes() {
    return [
      { method: 'GET', path: '/users', handler: (request) => this.byEmail(request) },
    ];
  }

  /** @param {Request} request */
  byEmail({ query }) {
    const email = query.get('email');
    if (!email) return badRequest('Say which user: /users?email=ada@example.com');
    const user = this.users.findByEmail(email);
    return user ? ok(user) : notFound(`User ${email}`);
  }
}
