import type { Plan, RunForecast, TaskEstimate } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePlan as whole } from '../example-plan.testing.js';
import { costText } from './cost-text.js';
import { reviewText, timeText } from './time-text.js';

const { run: _, estimates: __, ...bare } = whole.forecast;
const examplePlan = { ...whole, forecast: bare };
const spread = (p50: number, p90: number) => ({ p50, p90 });

const run: RunForecast = {
  runs: 200,
  sessions: 14,
  unit: 'minutes',
  time: { stream: spread(24.6, 43.1), waves: spread(31, 52), serial: spread(88, 121) },
};

function told(changes: Partial<RunForecast>, rest: Partial<Plan> = {}, source: TaskEstimate['source'] = 'runs'): Plan {
  const estimates = examplePlan.tasks.map(({ id }) => ({ task: id, minutes: 10, source }));
  return { ...examplePlan, ...rest, forecast: { ...examplePlan.forecast, estimates, run: { ...run, ...changes } } };
}

describe('the time of a run', () => {
  it('stands beside the other ways to run it, and says where it comes from', () => {
    expect(timeText(told({}))).toBe(
      '30 to 50 min; as a stream 25 to 45 min; one after another 90 to 120 min (from 14 earlier sessions here)',
    );
    expect(timeText(told({ sessions: 0 }, { schedule: 'stream' }, 'budget'))).toBe(
      '25 to 45 min; in waves 30 to 50 min; one after another 90 to 120 min (if sessions take the minutes you allow)',
    );
  });

  it('is compared in sessions while nobody knows how long one takes', () => {
    const time = { stream: spread(3.1, 4.4), waves: spread(3.9, 6.2), serial: spread(9.1, 13) };
    expect(timeText(told({ unit: 'sessions', sessions: 0, time }, {}, 'equal'))).toBe(
      'no earlier runs here; as long as 4 to 6 ordinary sessions (as a stream 3 to 4, one after another 9 to 13)',
    );
  });

  it('is not compared where all ways are the same', () => {
    const same = { stream: spread(1, 2), waves: spread(1, 2), serial: spread(1, 2) };
    expect(timeText(told({ time: same }))).toBe('1 to 2 min (from 14 earlier sessions here)');
    expect(timeText(told({ time: same, unit: 'sessions' }))).toBe('no earlier runs here');
  });

  it('is told in hours when it is long, and in whole minutes when short', () => {
    expect(timeText(told({ time: { ...run.time, waves: spread(170, 350) } }))).toContain('3 to 6 h; ');
    expect(timeText(told({ time: { ...run.time, waves: spread(0.2, 0.9) } }))).toContain('1 min; ');
  });

  it('is not told when the list is too long to simulate', () => {
    expect([timeText(examplePlan), reviewText(examplePlan.forecast)]).toEqual([undefined, undefined]);
  });
});

it('reviewing is work of people', () => {
  expect(reviewText(told({ reviewMinutes: spread(82, 97) }).forecast)).toBe("80 to 95 min of a person's time");
});

describe('the cost', () => {
  const usd = spread(4.2, 9.3);

  it('is told from earlier sessions, beside the budget', () => {
    expect(costText(told({ usd }), 10)).toBe('$4.20 to $9 of your $10 budget, from 14 earlier sessions here');
    expect(costText(told({ usd }), undefined)).toBe('$4.20 to $9, from 14 earlier sessions here; no budget set');
  });

  it('warns when the budget pays for a part only', () => {
    expect(costText(told({ usd: spread(16, 22) }), 10)).toEqual([
      { text: '$16 to $22, more than your $10 budget: about 5 of 8 tasks fit', role: 'warn' },
    ]);
  });

  it('is not claimed before a session has told', () => {
    expect(costText(examplePlan, 10)).toBe('no session here has told its cost yet; stops at your $10 budget');
    expect(costText(examplePlan, undefined)).toBe('no session here has told its cost yet, and no budget is set');
  });
});
