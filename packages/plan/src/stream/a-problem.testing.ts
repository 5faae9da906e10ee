import fc from 'fast-check';
import type { StreamProblem } from './stream-problem.js';

interface Wanted {
  readonly size: number;
  /** The first before the second; the first has the lower number. */
  readonly order?: readonly (readonly [number, number])[];
  readonly apart?: readonly (readonly [number, number])[];
  readonly risks?: readonly (readonly [number, number, number])[];
  readonly needs?: Readonly<Record<number, readonly { readonly pool: number; readonly amount: number }[]>>;
  readonly capacities?: readonly number[];
  readonly seconds?: readonly number[];
  readonly risky?: 'later' | 'wait';
}

/** A stream in a few words; every session takes 100 seconds. */
export function aProblem({ size, order = [], apart = [], risks = [], needs = {}, ...rest }: Wanted): StreamProblem {
  const numbers = Array.from({ length: size }, (_, number) => number);
  const ends = (pairs: readonly (readonly [number, number, ...number[]])[], task: number) =>
    pairs.flatMap(([a, b]) => (a === task ? [b] : b === task ? [a] : []));
  return {
    size,
    before: numbers.map((task) => order.filter(([, after]) => after === task).map(([before]) => before)),
    after: numbers.map((task) => order.filter(([before]) => before === task).map(([, after]) => after)),
    apart: numbers.map((task) => ends(apart, task)),
    risk: numbers.map((task) => new Map(risks.flatMap(([a, b, p]) => (a === task ? [[b, p]] : b === task ? [[a, p]] : [])))),
    needs: numbers.map((task) => needs[task] ?? []),
    capacities: rest.capacities ?? [],
    seconds: rest.seconds ?? numbers.map(() => 100),
    rank: numbers,
    risky: rest.risky ?? 'later',
  };
}

/** Up to nine tasks with any mixture of what can keep them waiting. */
export const someProblem = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const pairs = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size - a - 1 }, (_, n) => [a, a + n + 1] as const),
  ).flat();
  const some = (most: number) => fc.subarray(pairs, { maxLength: Math.min(most, pairs.length) });
  return fc
    .record({
      order: some(5),
      apart: some(8),
      risks: some(6).map((list) => list.map(([a, b], n) => [a, b, (n + 1) / 20] as const)),
      seconds: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: size, maxLength: size }),
      needs: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }),
      risky: fc.constantFrom('later' as const, 'wait' as const),
    })
    .map(({ needs, ...wanted }) => {
      const amounts = Object.fromEntries(needs.map((amount, task) => [task, amount === 0 ? [] : [{ pool: 0, amount }]]));
      return aProblem({ size, ...wanted, needs: amounts, capacities: [3] });
    });
});
