import type { ConflictReason } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import type { NumberedConflict } from './graph/find-conflicts.js';
import { orderedPairs } from './schedule/entangled.js';
import { type Pair, problemOf } from './schedule/problem.js';
import type { WaveBound } from './schedule/wave-bound.js';
import { type ReasonFacts, waveReason } from './wave-reason.js';

/** Tasks a, b, c, d with this order and these conflicts. */
function facts(conflicts: readonly NumberedConflict[] = [], precedences: readonly Pair[] = []): ReasonFacts {
  const tasks = ['a', 'b', 'c', 'd'].map((id) => aTask(id));
  const ordered = orderedPairs(problemOf({ size: tasks.length, concurrency: 1, precedences }));
  return { tasks, graph: { ordered }, conflicts, pools: [] };
}

function meet(a: number, b: number, ...paths: readonly string[]): NumberedConflict {
  return { between: [a, b], reasons: paths.map((path): ConflictReason => ({ kind: 'write-write', path })) };
}

const bound = (kind: WaveBound['kind'], rest: Partial<WaveBound> = {}): WaveBound => ({
  ...{ kind, waves: 3, head: 1, tail: 2, tasks: [0, 1, 2] },
  ...rest,
});
const around = { before: 1, behind: 2 };
const tasks = ['a', 'b', 'c'];

describe('what proves a number of waves, in names', () => {
  it('is nothing when there is nothing to plan', () => {
    expect(waveReason(bound('chain', { waves: 0, tasks: [] }), facts())).toBe(undefined);
  });

  it('is a chain in its own order, not that of the list', () => {
    expect(waveReason(bound('chain', { tasks: [2, 0, 1] }), facts())).toEqual({ kind: 'chain', tasks: ['c', 'a', 'b'] });
  });

  it('is too many tasks, or some that stand alone beside the others', () => {
    expect(waveReason(bound('concurrency'), facts())).toEqual({ kind: 'concurrency', tasks, ...around });
    expect(waveReason(bound('alone', { tasks: [3] }), facts())).toEqual({ kind: 'alone', tasks: ['d'], others: 3 });
  });

  it('is a resource by the place of its pool', () => {
    const pools = ['db', 'gpu'].map((name, n) => ({ name, capacity: n + 2, users: [] }));
    const reason = waveReason(bound('pool', { pool: 1, amount: 7 }), { ...facts(), pools });
    expect(reason).toEqual({ kind: 'resource', tasks, resource: 'gpu', capacity: 3, amount: 7, ...around });
  });
});

describe('tasks that may not meet', () => {
  const apart = (path?: string) => ({ kind: 'apart', tasks, ...(path === undefined ? {} : { path }), ...around });
  const reasonOf = (...given: Parameters<typeof facts>) => waveReason(bound('apart'), facts(...given));

  it('name the path on which every two of them meet', () => {
    expect(reasonOf([meet(0, 1, 'x', 'y'), meet(0, 2, 'y'), meet(1, 2, 'z', 'y')])).toEqual(apart('y'));
  });

  it('name the glob they share instead of a path that nobody has', () => {
    const shared = (a: number, b: number): NumberedConflict => ({
      between: [a, b],
      reasons: [{ kind: 'write-write', path: 'new/x', witness: true, shared: 'new/**' }],
    });
    expect(reasonOf([shared(0, 1), shared(0, 2), shared(1, 2)])).toEqual(apart('new/**'));
  });

  it('of several such paths the first by name', () => {
    expect(reasonOf([meet(0, 1, 'z', 'b'), meet(0, 2, 'b', 'z'), meet(1, 2, 'z', 'b')])).toEqual(apart('b'));
  });

  it('name none when one pair meets elsewhere, or for another reason', () => {
    expect(reasonOf([meet(0, 1, 'x'), meet(0, 2, 'x'), meet(1, 2, 'y')])).toEqual(apart());
    expect(reasonOf([meet(0, 1, 'x'), meet(0, 2, 'x'), { between: [1, 2], reasons: [{ kind: 'risk', p: 0.9 }] }])).toEqual(
      apart(),
    );
  });

  it('need not meet on it where one waits for the other, however far apart', () => {
    expect(reasonOf([meet(0, 2, 'x'), meet(1, 2, 'x')], [[0, 1]])).toEqual(apart('x'));
    const through: readonly Pair[] = [
      [0, 3],
      [3, 1],
    ];
    expect(reasonOf([meet(0, 2, 'x'), meet(1, 2, 'x')], through)).toEqual(apart('x'));
    expect(reasonOf([meet(0, 2, 'x'), meet(1, 2, 'x')])).toEqual(apart());
  });

  it('name none when all wait for each other', () => {
    expect(
      reasonOf(
        [],
        [
          [0, 1],
          [1, 2],
        ],
      ),
    ).toEqual(apart());
  });

  it('take no account of who else meets there, nor of a pair that meets on it for two reasons', () => {
    const others = [meet(0, 3, 'x'), meet(1, 3, 'x'), meet(2, 3, 'x')];
    expect(reasonOf([meet(0, 1, 'x', 'x'), meet(0, 2, 'x'), ...others])).toEqual(apart());
    expect(reasonOf([meet(0, 1, 'x'), meet(0, 2, 'x'), meet(1, 2, 'x'), ...others])).toEqual(apart('x'));
  });
});
