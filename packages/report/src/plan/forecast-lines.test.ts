import type { Plan } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePlan as whole } from '../example-plan.testing.js';
import { forecastLines } from './forecast-lines.js';

const view = { columns: 200, colour: false, unicode: true };
/** Nothing is known of earlier runs. */
const { run: _, estimates: __, ...bare } = whole.forecast;
const examplePlan: Plan = { ...whole, forecast: bare };
const oneByOne: Plan = { ...examplePlan, waves: examplePlan.tasks.map(({ id }) => [id]) };

describe('what is to be expected', () => {
  it('claims no frequency that was not measured', () => {
    expect(forecastLines({ plan: examplePlan, verbose: false, guard: 'off' }, view)).toEqual([
      'Forecast',
      '  clashes     not yet measured on this repository (breakwater backtest). In a clash the second task is held; both branches are kept.',
      '  cost        no session here has told its cost yet, and no budget is set',
    ]);
  });

  it('does not ask for a backtest that was made and could not tell', () => {
    expect(forecastLines({ plan: examplePlan, verbose: false, guard: 'off', tooLittle: true }, view)[1]).toBe(
      '  clashes     not known: the commits a backtest looked at hold too few conflicts to tell. In a clash the second task is held; both branches are kept.',
    );
  });

  it('says measured risk as runs of so many', () => {
    expect(
      forecastLines({ plan: examplePlan, verbose: false, guard: 'each-write', budgetUsd: 10, measured: true }, view),
    ).toEqual([
      'Forecast',
      '  clashes     none in 3 runs of 4 like this (in the order listed: 1 of 3). In a clash the second session is refused before it writes; nothing is lost.',
      '  cost        no session here has told its cost yet; stops at your $10 budget',
    ]);
  });

  it('gives the numbers when asked', () => {
    expect(forecastLines({ plan: examplePlan, verbose: true, guard: 'off' }, view)[1]).toContain(
      'not yet measured on this repository (breakwater backtest); expected clashes 0.3 (in the order listed: 0.7).',
    );
  });

  it('says what predictions of earlier runs were worth', () => {
    const record = { runs: 3, tasks: 12, changed: 50, foreseen: 46 };
    expect(forecastLines({ plan: examplePlan, verbose: false, guard: 'off', record }, view).at(-1)).toBe(
      '  predicted   46 of the 50 files that 12 tasks of 3 earlier runs changed',
    );
  });

  it('does not speak of clashes where no two sessions meet', () => {
    expect(forecastLines({ plan: oneByOne, verbose: true, guard: 'off', budgetUsd: 2.5 }, view)).toEqual([
      'Forecast',
      '  cost        no session here has told its cost yet; stops at your $2.50 budget',
    ]);
  });
});
