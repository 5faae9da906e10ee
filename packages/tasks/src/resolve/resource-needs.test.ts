import { expect, test } from 'vitest';
import { resourceNeeds } from './resource-needs.js';

test.each([
  [[], []],
  [['db'], [{ name: 'db', amount: 1 }]],
  [[{ name: 'gpu' }], [{ name: 'gpu', amount: 1 }]],
  [
    ['b', { name: 'a', amount: 3 }],
    [
      { name: 'b', amount: 1 },
      { name: 'a', amount: 3 },
    ],
  ],
  [['db', { name: 'db', amount: 2 }, 'db'], [{ name: 'db', amount: 4 }]],
])('%j', (written, needs) => {
  expect(resourceNeeds(written)).toEqual(needs);
});
