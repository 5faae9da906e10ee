import { expect, test } from 'vitest';
import { EMPTY_RECORD, foldStreamEvent, usageOf } from './session-record.js';
import type { ClaudeResult, StreamEvent } from './stream-event.js';

const fold = (...events: readonly StreamEvent[]) => events.reduce(foldStreamEvent, EMPTY_RECORD);
const spent = (message: string, inputTokens: number, outputTokens: number): StreamEvent => ({
  kind: 'spent',
  message,
  inputTokens,
  outputTokens,
});
const result = (rest: Partial<ClaudeResult>): StreamEvent => {
  const nothing = { subtype: 'success', isError: false, terminalReason: 'completed', text: '', apiStatus: undefined };
  return {
    kind: 'result',
    result: { ...nothing, usd: undefined, tokens: undefined, turns: undefined, structured: undefined, ...rest },
  };
};

test('without a result the messages are added up, each once, and the cost is unknown', () => {
  expect(usageOf(fold(spent('a', 10, 1), spent('a', 10, 2), spent('b', 100, 1)), 5)).toEqual({
    inputTokens: 110,
    outputTokens: 3,
    turns: 2,
    seconds: 5,
  });
});

test('the last result counts, for a run may print several', () => {
  const tokens = { inputTokens: 1000, outputTokens: 500 };
  const record = fold(spent('a', 10, 1), result({ usd: 0.1, turns: 1 }), result({ usd: 0.3, turns: 4, tokens }));
  expect(usageOf(record, 9)).toEqual({ usd: 0.3, ...tokens, turns: 4, seconds: 9 });
});

test('what a result leaves open is filled from the messages', () => {
  expect(usageOf(fold(spent('a', 10, 1), result({ usd: 0.1 })), 1)).toEqual({
    usd: 0.1,
    inputTokens: 10,
    outputTokens: 1,
    turns: 1,
    seconds: 1,
  });
});

test('activities and warnings change nothing', () => {
  expect(fold({ kind: 'activity', text: 'x' }, { kind: 'warning', text: 'y' })).toEqual(EMPTY_RECORD);
});
