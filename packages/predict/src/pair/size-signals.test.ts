import { describe, expect, it } from 'vitest';
import { guesser, measured } from './a-guess.testing.js';
import { sizeSignals } from './size-signals.js';

const guess = guesser({ paths: ['a.ts', 'b.ts', 'docs/c.md'] });
type Files = Parameters<typeof guess>[1];
const log = (n: number): number => Math.round(Math.log(n) * 1_000) / 1_000;

function sizes(one: readonly [string, Files], other: readonly [string, Files]) {
  return measured(sizeSignals, guess({ brief: one[0] }, one[1]), guess({ brief: other[0] }, other[1]));
}

describe('of the size of two tasks', () => {
  it('is measured how much each is expected to write, and how sure the best file of each is', () => {
    const row = sizes(['Fix', { 'a.ts': 0.9, 'b.ts': 0.6 }], ['Fix it all', { 'a.ts': 0.2 }]);
    expect(row).toMatchObject({
      smaller: log(0.21),
      larger: log(1.51),
      weaker: 0.2,
      stronger: 0.9,
      shorter: log(1 + 'Fix'.length),
    });
  });

  it('is measured in finite numbers when nothing is expected', () => {
    expect(sizes(['', {}], ['', {}])).toMatchObject({
      smaller: log(0.01),
      larger: log(0.01),
      weaker: 0,
      stronger: 0,
      shorter: 0,
    });
  });

  it.each([
    ['docs: guide', 'docs: faq', { docs: 2, wide: 0, sameKind: 1 }],
    ['docs: guide', 'fix: cart', { docs: 1, wide: 0, sameKind: 0 }],
    ['refactor: cart', 'chore: order', { docs: 0, wide: 2, sameKind: 0 }],
    ['ci: cache', 'fix: cart', { docs: 0, wide: 1, sameKind: 0 }],
  ])('is measured which kinds of change they are: %s, %s', (one, other, kinds) => {
    expect(sizes([one, {}], [other, {}])).toMatchObject(kinds);
    expect(sizes([other, {}], [one, {}])).toMatchObject(kinds);
  });
});
