import { expect, it } from 'vitest';
import { examplePage, exampleRoster, id, seen } from './example-page.testing.js';
import { hubsPart } from './hubs-part.js';

const { plan } = examplePage;

it('names the files most tasks meet on, and each rule with what it comes to', () => {
  const hubs = [{ path: 'src/index.ts', tasks: ['audit-log', 'upgrade-zod', 'search-filters'].map(id), pairs: 3 }];
  const forecast = { ...plan.forecast, constraints: { costs: [], hubs } };
  expect(seen(hubsPart({ ...examplePage, plan: { ...plan, forecast } }, exampleRoster)).slice(2)).toEqual([
    'Most tasks meet on',
    'src/index.ts: 3 tasks, 3 pairs kept apart because of it ( audit-log, upgrade-zod, search-filters)',
    'Rules',
    'CHANGELOG.md: union, tasks may write it side by side; where they conflict, the lines of both stay',
    'package-lock.json: regenerate, tasks may write it side by side; it is made anew on the merged tree by npm install --package-lock-only',
  ]);
});

it.each([
  ['serialize', 'no two tasks that write it run at once'],
  ['ignore', 'tasks may write it side by side; where they conflict, what was integrated first stays'],
] as const)('words the policy %s', (policy, words) => {
  const page = { ...examplePage, hubs: [{ files: ['a', 'b/*'], policy }] };
  expect(seen(hubsPart(page, exampleRoster)).at(-1)).toBe(`a, b/*: ${policy}, ${words}`);
});

it('is not there without any', () => {
  expect(hubsPart({ ...examplePage, hubs: [] }, exampleRoster)).toBeUndefined();
});
