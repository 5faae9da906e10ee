import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { resourcePools } from './resource-pools.js';

const uses = (id: string, ...needs: readonly (readonly [string, number])[]) =>
  aTask(id, { resources: needs.map(([name, amount]) => ({ name, amount })) });

it('are the resources that somebody needs, by name, with their users in list order', () => {
  const tasks = [uses('a', ['gpu', 2], ['db', 1]), uses('b'), uses('c', ['db', 1])];
  expect(resourcePools(tasks, { gpu: 4, unused: 9 })).toEqual([
    {
      name: 'db',
      capacity: 1,
      users: [
        { task: 0, amount: 1 },
        { task: 2, amount: 1 },
      ],
    },
    { name: 'gpu', capacity: 4, users: [{ task: 0, amount: 2 }] },
  ]);
});

it('count twice what a task names twice', () => {
  expect(resourcePools([uses('a', ['db', 1], ['db', 2])], {})[0]?.users).toEqual([{ task: 0, amount: 3 }]);
});

it('may be called like a property every object has', () => {
  const names = ['constructor', 'toString', '__proto__'];
  const pools = resourcePools([uses('a', ...names.map((name) => [name, 1] as const))], {});
  expect(pools.map(({ name, capacity }) => [name, capacity])).toEqual(names.sort().map((name) => [name, 1]));
  expect(resourcePools([uses('a', ['toString', 1])], { toString: 3 } as never)[0]?.capacity).toBe(3);
});

it('are none where nobody needs any', () => {
  expect(resourcePools([uses('a')], { gpu: 3 })).toEqual([]);
});
