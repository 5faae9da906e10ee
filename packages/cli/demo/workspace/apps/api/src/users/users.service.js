// @ts-check
/** @typedef {import('#shop/types').Customer} Customer */

export class UsersService {
  /** @param {readonly Customer[]} users */
  constructor(users) {
    this.users = users;
  }

  /** @param {string} email */
  findByEmail(email) {
    return this.users.find((user) => user.email === email);
  }
}
