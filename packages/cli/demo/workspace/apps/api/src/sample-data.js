// @ts-check
/** @typedef {import('#shop/types').Customer} Customer */
/** @typedef {import('#shop/types').Order} Order */

const tea = { id: 'tea', name: 'Green tea', price: 4.5 };
const cup = { id: 'cup', name: 'Cup', price: 9 };

/** @type {{ customers: readonly Customer[], orders: readonly Order[] }} */
export const sampleData = {
  customers: [
    { id: 'ada', name: 'Ada', email: 'ada@example.com' },
    { id: 'linus', name: 'Linus', email: 'linus@example.com' },
  ],
  orders: [
    { id: 'o1', customerId: 'ada', placedAt: '2026-01-05T10:00:00Z', lines: [{ product: tea, quantity: 2 }] },
    { id: 'o2', customerId: 'linus', placedAt: '2026-01-06T09:30:00Z', lines: [{ product: cup, quantity: 1 }] },
    { id: 'o3', customerId: 'ada', placedAt: '2026-02-11T16:45:00Z', lines: [{ product: cup, quantity: 4 }] },
  ],
};
