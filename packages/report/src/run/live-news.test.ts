import { type LaneNews, type News, runId, taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { foldNews, type LiveNews, NO_NEWS } from './live-news.js';

const a = taskId('a');
const usage = { usd: 1, inputTokens: 10, outputTokens: 1, turns: 2, seconds: 3 };

function after(news: readonly News[], attempts: readonly number[] = []): LiveNews {
  return news.reduce<LiveNews>((live, one, n) => {
    const lane: LaneNews = { id: { run: runId('7f3a'), task: a, attempt: attempts[n] ?? 1 }, seq: n, news: one };
    return foldNews(live, lane, `t${n}`);
  }, NO_NEWS);
}

it('keeps the last of each kind and when it was heard', () => {
  const live = after([
    { kind: 'phase', phase: 'session' },
    { kind: 'activity', text: 'reads x.ts' },
    { kind: 'usage', usage },
    { kind: 'activity', text: 'edits x.ts' },
  ]);
  expect([...live]).toEqual([[a, { attempt: 1, phase: 'session', activity: 'edits x.ts', usage, quietSince: 't3' }]]);
});

it('forgets what was done in an earlier phase, not what was spent', () => {
  const live = after([
    { kind: 'activity', text: 'edits x.ts' },
    { kind: 'usage', usage },
    { kind: 'phase', phase: 'verify', detail: 'nx test' },
  ]);
  expect(live.get(a)).toEqual({ attempt: 1, phase: 'verify', detail: 'nx test', usage, quietSince: 't2' });
});

it('counts any word as a sign of life', () => {
  const live = after([
    { kind: 'session', sessionId: 's' },
    { kind: 'warning', text: 'slow' },
  ]);
  expect(live.get(a)).toEqual({ attempt: 1, phase: 'open', quietSince: 't1' });
});

it('begins anew with another attempt and ignores what comes late from the last one', () => {
  const live = after(
    [
      { kind: 'usage', usage },
      { kind: 'phase', phase: 'prepare' },
      { kind: 'activity', text: 'late' },
    ],
    [1, 2, 1],
  );
  expect(live.get(a)).toEqual({ attempt: 2, phase: 'prepare', quietSince: 't1' });
});

it('leaves the map it was given alone', () => {
  const before = after([{ kind: 'phase', phase: 'session' }]);
  foldNews(before, { id: { run: runId('7f3a'), task: a, attempt: 1 }, seq: 9, news: { kind: 'phase', phase: 'save' } }, 't9');
  expect(before.get(a)?.phase).toBe('session');
});
