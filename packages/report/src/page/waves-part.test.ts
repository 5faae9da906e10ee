import { expect, it } from 'vitest';
import { examplePage, exampleRoster, seen } from './example-page.testing.js';
import { markupOf } from './html.js';
import { wavesPart } from './waves-part.js';

const { plan } = examplePage;

it('has a row for each wave and a card for each task, in the order of integration', () => {
  const lines = seen(wavesPart(examplePage, exampleRoster)).filter(
    (line) => /^(?:Wave \d+ \d|\d+ [a-z])/.test(line) && !line.includes('file'),
  );
  expect(lines.map((line) => line.replace('Wave', '='))).toEqual([
    '= 1 3 sessions',
    ...['1 order-history-api', '2 fix-login-redirect', '3 search-filters'],
    '= 2 3 sessions',
    ...['4 order-history-page', '5 audit-log', '6 price-rounding-tests'],
    '= 3 2 sessions',
    ...['7 upgrade-zod', '8 make-app-faster'],
  ]);
});

it('says what a row means, and what it means where there are no waves', () => {
  const says = (schedule: 'waves' | 'stream'): string | undefined =>
    seen(wavesPart({ ...examplePage, plan: { ...plan, schedule } }, exampleRoster))[1];
  expect(says('waves')).toBe('Tasks of one row run side by side. A row starts when the one above it is integrated.');
  expect(says('stream')).toMatch(/^Each task starts as soon as what it waits for is integrated/);
});

it.each([
  [1, 'cards most2'],
  [3, 'cards most3'],
  [8, 'cards most4'],
])('gives the cards of all rows one width, by the longest of them: %i tasks', (most, look) => {
  const waves = plan.waves
    .flat()
    .map((_, at, all) => (at === 0 ? all.slice(0, most) : []))
    .filter((wave) => wave.length > 0);
  expect(markupOf(wavesPart({ ...examplePage, plan: { ...plan, waves } }, exampleRoster))).toContain(`<div class="${look}">`);
});
