import { expect, it } from 'vitest';
import { forecastRows } from '../plan/forecast-lines.js';
import { examplePage, id, seen } from './example-page.testing.js';
import { factsPart } from './facts-part.js';
import { markupOf } from './html.js';

it('sets what stands before the first pause larger than the rest', () => {
  expect(seen(factsPart(examplePage, {}))).toEqual([
    ...['waves', '3', 'proved minimal: 8 tasks, 3 at once'],
    ...['better', '2 waves instead of 3 with 4 sessions at once'],
    'clashes',
    'not yet measured on this repository',
    '(breakwater backtest); expected clashes 0.3 (in the order listed: 0.7). In a clash the second task is held; both branches are kept.',
    ...['time', '35 to 50 min', 'as a stream 25 to 40 min; one after another 90 to 120 min (from 14 earlier sessions here)'],
    ...['cost', '$4.10 to $9 of your $10 budget', 'from 14 earlier sessions here'],
  ]);
});

it('leaves hubs to their own part', () => {
  const { plan } = examplePage;
  const hubs = [{ path: 'src/index.ts', tasks: ['audit-log', 'upgrade-zod', 'search-filters'].map(id), pairs: 3 }];
  const forecast = { ...plan.forecast, constraints: { costs: [], hubs } };
  const page = { ...examplePage, plan: { ...plan, forecast } };
  expect(forecastRows({ ...page, verbose: true }, {}).map(({ label }) => label)).toContain('hubs');
  expect(seen(factsPart(page, {}))).not.toContain('hubs');
});

it('marks a cost beyond the budget', () => {
  const over = markupOf(factsPart({ ...examplePage, budgetUsd: 2 }, {}));
  expect(over).toContain('<div class="fact warn"><h2>cost</h2><p class="lead">$4.10 to $9</p>');
  expect(markupOf(factsPart(examplePage, {}))).not.toContain('warn');
});

it('leaves out what nothing is known of', () => {
  const forecast = { waves: 1, lowerBound: 1, expectedCollisions: 0, listedOrderCollisions: 0 };
  const [first] = examplePage.plan.waves;
  const plan = { ...examplePage.plan, waves: [first!.slice(0, 1)], forecast };
  expect(seen(factsPart({ ...examplePage, plan }, {}))).toEqual([
    'cost',
    'no session here has told its cost yet',
    'stops at your $10 budget',
  ]);
});
