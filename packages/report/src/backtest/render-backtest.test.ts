import { describe, expect, it } from 'vitest';
import { exampleBacktest } from './example-backtest.testing.js';
import { renderBacktest } from './render-backtest.js';

const view = { columns: 80, colour: false, unicode: true };
const next = [{ label: 'use it', command: 'breakwater backtest --write' }];

describe('a backtest', () => {
  it('says how good the prediction was, what each way of planning brings, and what to change', () => {
    expect(renderBacktest(exampleBacktest, next, view)).toMatchInlineSnapshot(`
      "Breakwater backtest                                               up to 0000000
      372 commits as tasks of 31 plans, 24 of one author each

        files       61 of 100 files that a commit changed were among the ten
                    likeliest (56 to 66)
        conflicts   187 of 2046 pairs of one plan changed a common file
        risk        was higher for a conflicting pair 79 times of 100 (74 to 84)
        caution     to keep 8 of 10 conflicts apart, 34 of 100 innocent pairs wait
                    too (27 to 41)

      A plan, 3 at once         collisions           waves     waves saved
        in the order made   1.48 (1.2-1.8)
        fast                0.61 (0.5-0.7)  4.00 (3.8-4.2)  8.00 (7.6-8.4)
        balanced at 0.3     0.33 (0.3-0.4)  4.70 (4.5-4.9)  7.30 (6.9-7.7)
      ▶ balanced at 0.5     0.50 (0.4-0.6)  4.20 (4.0-4.4)  7.80 (7.4-8.2)
        careful             0.10 (0.1-0.1)  4.40 (4.2-4.6)  7.60 (7.2-8.0)

      careful would have been better: it saves 0.3 per plan, when a wave counts as
      half a collision.

      use it    breakwater backtest --write
      "
    `);
  });

  it('keeps to figures without ranges in a narrow window', () => {
    expect(renderBacktest(exampleBacktest, next, { ...view, columns: 40 })).toMatchInlineSnapshot(`
      "Breakwater backtest       up to 0000000
      372 commits as tasks of 31 plans, 24 o…

        files
          61 of 100 files that a commit
          changed were among the ten
          likeliest (56 to 66)
        conflicts
          187 of 2046 pairs of one plan
          changed a common file
        risk
          was higher for a conflicting pair
          79 times of 100 (74 to 84)
        caution
          to keep 8 of 10 conflicts apart, 34
          of 100 innocent pairs wait too (27
          to 41)

      A plan, 3 at once     clashes    waves
        in the order made      1.48
        fast                   0.61     4.00
        balanced at 0.3        0.33     4.70
      ▶ balanced at 0.5        0.50     4.20
        careful                0.10     4.40

      careful would have been better: it
      saves 0.3 per plan, when a wave counts
      as half a collision.

      use it    breakwater backtest --write
      "
    `);
  });

  it('with few conflicts says so and recommends nothing', () => {
    const { recommended: _, ...rest } = exampleBacktest;
    const few = { ...rest, enough: false, pairs: { all: 198, conflicting: 12 } };
    expect(renderBacktest(few, [], view)).toMatchInlineSnapshot(`
      "Breakwater backtest                                               up to 0000000
      372 commits as tasks of 31 plans, 24 of one author each

        files       61 of 100 files that a commit changed were among the ten
                    likeliest (56 to 66)
        conflicts   12 of 198 pairs of one plan changed a common file
      Too few conflicts to tell more: at least 30 are needed.

      A plan, 3 at once         collisions           waves     waves saved
        in the order made   1.48 (1.2-1.8)
        fast                0.61 (0.5-0.7)  4.00 (3.8-4.2)  8.00 (7.6-8.4)
        balanced at 0.3     0.33 (0.3-0.4)  4.70 (4.5-4.9)  7.30 (6.9-7.7)
      ▶ balanced at 0.5     0.50 (0.4-0.6)  4.20 (4.0-4.4)  7.80 (7.4-8.2)
        careful             0.10 (0.1-0.1)  4.40 (4.2-4.6)  7.60 (7.2-8.0)

      Stay with balanced at 0.5 until there is more history to learn from.
      "
    `);
  });

  it('without a plan says what a plan needs', () => {
    const { recommended: _, ...rest } = exampleBacktest;
    const none = {
      ...rest,
      enough: false,
      plans: { oneAuthor: 0, anybody: 0, tasks: 0 },
      pairs: { all: 0, conflicting: 0 },
      points: [],
    };
    expect(renderBacktest(none, [], view)).toMatchInlineSnapshot(`
      "Breakwater backtest                                               up to 0000000
      no plans could be made of its commits

      Nothing to measure: a plan needs commits of people that change some files
      within 45 days.
      "
    `);
  });

  it('says when nothing is better', () => {
    const { recommended: _, ...rest } = exampleBacktest;
    expect(renderBacktest(rest, [], view)).toContain('Nothing is clearly better than balanced at 0.5 on these 31 plans.\n');
  });

  it.each([20, 40, 60, 80, 120])('fits %d columns', (columns) => {
    const lines = renderBacktest(exampleBacktest, next, { ...view, columns }).split('\n');
    expect(lines.filter((line) => line.length >= columns)).toEqual([]);
  });
});
