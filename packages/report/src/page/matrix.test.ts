import { expect, it } from 'vitest';
import { examplePage, exampleRoster, seen } from './example-page.testing.js';
import { markupOf } from './html.js';
import { matrix } from './matrix.js';
import { pairStates } from './pair-states.js';

const { plan } = examplePage;
const drawn = matrix(plan, exampleRoster, pairStates(plan));

/** A sign a cell; an underscore after it: side by side in the plan. */
function drawing(): readonly string[] {
  const rows = markupOf(drawn).split('\n<tr>').slice(2);
  return rows.map((row) =>
    [...row.matchAll(/<td class="pair( together)?[^"]*"[^>]*>(.?)<\/td>/gu)]
      .map(([, together, sign]) => `${sign || '.'}${together === undefined ? ' ' : '_'}`)
      .join(''),
  );
}

it('marks every pair by shape, and frames those that are side by side', () => {
  expect(drawing()).toEqual([
    '', // 1 order-history-api
    '._', // 2 fix-login-redirect
    '●_._', // 3 search-filters
    '▶ . . ', // 4 order-history-page
    '■ . . ●_', // 5 audit-log
    '. . . ._._', // 6 price-rounding-tests
    '■ . . . . . ', // 7 upgrade-zod
    '. . . . . . ._', // 8 make-app-faster
  ]);
});

it('frames nothing in a stream, where nobody knows before who runs beside whom', () => {
  const stream = matrix({ ...plan, schedule: 'stream' }, exampleRoster, pairStates(plan));
  expect([drawn, stream].map((one) => /together |framed/.test(markupOf(one)))).toEqual([true, false]);
  expect(seen(stream).at(-1)).toMatch(/unmarked: in less than 1 run of 100\)\.$/);
});

it('says in words what a mark means, names its rows and numbers its columns', () => {
  expect(markupOf(drawn)).toContain('title="order-history-api and audit-log: both write orders.controller.ts">■</td>');
  expect(seen(drawn).slice(0, 4)).toEqual(['Every pair', '1 2 3 4 5 6 7', '1 order-history-api', '2 fix-login-redirect']);
});

it.each([
  [0.4, 'risk r0'],
  [0.2, 'risk r1'],
  [0.1, 'risk r2'],
  [0.01, 'risk r3'],
])('draws a risk of %d as large as it is: %s', (p, look) => {
  const risks = plan.risks.map((risk) => ({ ...risk, p }));
  expect(markupOf(matrix(plan, exampleRoster, pairStates({ ...plan, risks })))).toContain(`class="pair together ${look}"`);
});

it('draws nothing for what hardly ever happens', () => {
  const risks = plan.risks.map((risk) => ({ ...risk, p: 0.009 }));
  expect(markupOf(matrix(plan, exampleRoster, pairStates({ ...plan, risks })))).not.toContain('●</td>');
});
