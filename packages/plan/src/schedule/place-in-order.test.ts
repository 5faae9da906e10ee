import { describe, expect, it } from 'vitest';
import { anInstance, type Wanted } from './an-instance.testing.js';
import { placeInOrder } from './place-in-order.js';

function place(wanted: Wanted, order?: readonly number[]): readonly number[] {
  const instance = anInstance(wanted);
  return [...placeInOrder(instance, order ?? instance.order)];
}

describe('placing tasks in order', () => {
  it('fills the first wave, then the next', () => {
    expect(place({ size: 5, concurrency: 2 })).toEqual([0, 0, 1, 1, 2]);
  });

  it('takes the order as given', () => {
    expect(place({ size: 4, concurrency: 2 }, [3, 2, 1, 0])).toEqual([1, 1, 0, 0]);
  });

  it('puts a task after its predecessors, and others into the room that is left', () => {
    // 0 -> 1 -> 2, and 3 alone
    const precedences = [
      [0, 1],
      [1, 2],
    ] as const;
    expect(place({ size: 4, precedences })).toEqual([0, 1, 2, 0]);
  });

  it('keeps conflicting tasks apart, and lets a later one slip in before', () => {
    // 0 -- 1, 2 free
    expect(place({ size: 3, conflicts: [[0, 1]] })).toEqual([0, 1, 0]);
  });

  it('never overdraws a pool, though each pair would fit', () => {
    const needs = { 0: [{ pool: 0, amount: 1 }], 1: [{ pool: 0, amount: 1 }], 2: [{ pool: 0, amount: 1 }] };
    expect(place({ size: 4, needs, capacities: [2] })).toEqual([0, 0, 1, 0]);
  });

  it('places a task that needs more than a pool has alone with respect to that pool', () => {
    const needs = { 0: [{ pool: 0, amount: 5 }], 1: [{ pool: 0, amount: 1 }] };
    expect(place({ size: 3, needs, capacities: [2] })).toEqual([0, 1, 0]);
  });

  it('places it beside tasks that need nothing of the pool', () => {
    const needs = { 0: [{ pool: 0, amount: 5 }], 1: [{ pool: 0, amount: 1 }] };
    expect(place({ size: 3, needs, capacities: [2] }, [2, 0, 1])).toEqual([0, 1, 0]);
  });

  it('knows several pools', () => {
    const needs = {
      0: [{ pool: 0, amount: 1 }],
      1: [{ pool: 1, amount: 1 }],
      2: [
        { pool: 0, amount: 1 },
        { pool: 1, amount: 1 },
      ],
    };
    expect(place({ size: 3, needs, capacities: [1, 1] })).toEqual([0, 0, 1]);
  });

  it('places nothing when there is nothing', () => {
    expect(place({ size: 0 })).toEqual([]);
  });
});
