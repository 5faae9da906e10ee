import { describe, expect, it } from 'vitest';
import { midway, midwayNews, midwayNow } from '../example-run.testing.js';
import { NO_NEWS } from './live-news.js';
import { totalLines } from './total-lines.js';

const input = { state: midway, live: midwayNews, now: midwayNow };
const view = { columns: 80, colour: false, unicode: true };

describe('the totals', () => {
  it.each([
    [40, ['4 of 8 done   7:45', '$3.18 of $10 ━━━─────']],
    [60, ['  4 of 8 done   $3.18 of $10 ━━━━━───────────   7:45']],
    [105, ['  4 of 8 done   $3.18 of $10 ━━━━━───────────   7:45   285k tokens']],
  ])('in %i columns', (columns, lines) => {
    expect(totalLines(input, { ...view, columns })).toEqual(lines);
  });

  it('say nothing of tokens that nobody told', () => {
    const tasks = midway.tasks.map((task) => ({ ...task, usage: { ...task.usage, inputTokens: 0, outputTokens: 0 } }));
    const [line] = totalLines({ ...input, state: { ...midway, tasks }, live: NO_NEWS }, { ...view, columns: 120 });
    expect(line).not.toContain('tokens');
  });

  it.each([
    [0, '━━━━━━━━━━━━━━━━'],
    [Number.MIN_VALUE, '━━━━━━━━━━━━━━━━'],
    [2.21 * 2, '━━━━━━━━────────'],
    [1e9, '────────────────'],
  ])('fill the bar by the share of a budget of %d, never beyond its ends', (budget, bar) => {
    const [line = ''] = totalLines({ ...input, live: NO_NEWS, state: { ...midway, budget } }, view);
    expect(/[━─]+/.exec(line)?.[0]).toBe(bar);
  });

  it('go on with the clock while the run does, and never back', () => {
    const time = (now: string, outcome = midway.outcome): string | undefined =>
      totalLines({ ...input, now, state: { ...midway, outcome } }, view)[0]
        ?.split('   ')
        .at(-1);
    expect(time('2026-11-22T09:20:06.000Z')).toBe('8:02');
    expect([time('2020-01-01T00:00:00.000Z'), time('no time'), time('2030-01-01T00:00:00.000Z', 'finished')]).toEqual([
      '7:42',
      '7:42',
      '7:42',
    ]);
  });
});
