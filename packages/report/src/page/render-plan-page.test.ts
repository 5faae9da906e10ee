import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplePage } from './example-page.testing.js';
import type { PlanPage } from './plan-page.js';
import { renderPlanPage } from './render-plan-page.js';

const page = (changes: Partial<PlanPage> = {}): string => renderPlanPage({ ...examplePage, ...changes }, {});

it('looks as in its picture', async () => {
  await expect(page()).toMatchFileSnapshot('../golden/plan-page.txt');
});

it('goes from what is to be expected to the detail', () => {
  const headings = [...page().matchAll(/<(h[1-4])>(.*?)<\/\1>/g)].map(
    ([, level, text = '']) => `${level} ${text.replace(/<[^>]*>/g, '')}`,
  );
  expect(headings.filter((one) => !one.startsWith('h4'))).toEqual([
    'h1 8 tasks in 3 waves',
    ...['waves', 'better', 'clashes', 'time', 'cost'].map((label) => `h2 ${label}`),
    'h2 Waves',
    'h3 Wave 1 3 sessions',
    'h3 Wave 2 3 sessions',
    'h3 Wave 3 2 sessions',
    'h2 What keeps tasks apart',
    'h3 One after the other 1',
    'h3 Never side by side 2',
    'h2 Risk that is left',
    'h3 Side by side, and may meet 2',
    'h3 Every pair',
    'h2 Hubs',
    'h3 Rules',
    'h2 Go on',
  ]);
});

it('is the same bytes for the same plan', () => {
  expect(page()).toBe(page(JSON.parse(JSON.stringify({ plan: examplePage.plan, tasks: examplePage.tasks }))));
});

it('holds no script, no attribute that runs or paints, and no address', () => {
  const tags = page().match(/<[a-z][^>]*>/g) ?? [];
  expect(tags.filter((tag) => /^<(?:script|link|img|iframe|object|form|base)\b| (?:on\w+|style|src|action)=/.test(tag))).toEqual(
    [],
  );
  const places = tags.flatMap((tag) => / href="([^"]*)"/.exec(tag)?.[1] ?? []);
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !/^#t\d+$/.test(place))).toEqual([]);
});

it('leads from each name to a card that is there', () => {
  const text = page();
  const cards = new Set([...text.matchAll(/ id="(t\d+)"/g)].map(([, card]) => card));
  const led = new Set([...text.matchAll(/ href="#(t\d+)"/g)].map(([, card]) => card));
  expect(cards.size).toBe(8);
  expect([...led].filter((card) => !cards.has(card))).toEqual([]);
});

it('names commands as its reader types them', () => {
  const text = renderPlanPage(examplePage, { program: 'npx breakwater', repo: '../shop' });
  expect(text).toContain('<code tabindex="0">npx breakwater execute --repo ../shop</code>');
});

describe('of another plan', () => {
  it('says so when there is nothing to plan', () => {
    const empty = { ...examplePage.plan, tasks: [], waves: [], risks: [], conflicts: [], precedences: [], diagnostics: [] };
    const text = page({ plan: empty, tasks: [] });
    expect(text).toContain('<h1>No tasks to plan</h1>');
    expect(text).not.toContain('<h2>');
  });

  it('says what it was made with', () => {
    const text = page({ plan: { ...examplePage.plan, schedule: 'stream', caution: 'fast', scouted: true } });
    expect(text).toContain('at most 3 sessions at once; as a stream, caution fast, sharpened by scouting sessions</p>');
  });
});

/** Text as an enemy would choose it, for every place a text from outside has. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '</style><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></head><body onload=alert(1)>',
    '<!--',
    ']]>',
    '&lt;script&gt;',
    'javascript:alert(1)',
    '\u202egnp.exe\u2066',
    '\x1b]0;owned\x07\x9b31m',
    '{{7*7}}',
    'x'.repeat(5000),
    '注文履歴🚀'.repeat(50),
  ),
);

const PLACES = [
  'order-history-api',
  'orders.controller.ts',
  'order.dto.ts',
  'declared',
  'LoginGuard',
  'Order history endpoint',
  'CHANGELOG',
];

/** The example with all those texts replaced; the types say that some of it cannot be, a damaged file may say otherwise. */
function renamed(text: string): PlanPage {
  const { waits, ...rest } = examplePage;
  const inside = JSON.stringify(text).slice(1, -1);
  const change = <T>(value: T): T =>
    JSON.parse(
      PLACES.reduce(
        (json, place) => json.replaceAll(place, () => inside),
        JSON.stringify(value).replaceAll('"kind":"declared"', '"kind":"DECLARED"'),
      )
        .replaceAll('"source":"declared"', '"source":"path"')
        .replaceAll('"kind":"DECLARED"', '"kind":"declared"'),
    );
  return { ...change(rest), waits: new Map(change([...waits])) };
}

/** The elements and attributes of a page, without the texts in them. */
function skeleton(text: string): readonly string[] {
  return (text.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ (title|aria-label)="[^"]*"/g, ' $1'));
}

it('keeps its very elements whatever the texts in it are, and says nothing a reader cannot see', async () => {
  const plain = skeleton(renderPlanPage(renamed('harmless'), {}));
  const property = fc.property(hostile, (text) => {
    const rendered = renderPlanPage(renamed(text), { repo: text });
    expect(skeleton(rendered)).toEqual(plain);
    expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u);
  });
  await fc.assert(property, { numRuns: 150 });
});
