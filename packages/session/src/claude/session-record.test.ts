import { expect, test } from 'vitest';
import { EMPTY_RECORD, foldStreamEvent, usageOf, usageOfResumed } from './session-record.js';
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
    result: { ...nothing, usd: undefined, tokens: undefined, turns: undefined, structured: undefined, added: undefined, ...rest },
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

test('of a conversation that was gone on with only what was added counts, of all its turns', () => {
  const [one, two] = [
    { usd: 0.1, inputTokens: 10, outputTokens: 1 },
    { usd: 0.25, inputTokens: 20, outputTokens: 2 },
  ];
  const record = fold(result({ usd: 1.1, added: one, turns: 1 }), result({ usd: 1.35, added: two, turns: 3 }));
  expect(usageOfResumed(record, 9)).toEqual({ usd: 0.35, inputTokens: 30, outputTokens: 3, turns: 3, seconds: 9 });
});

test('where that is not told, the total is all that is known', () => {
  const one = { usd: 0.1, inputTokens: 10, outputTokens: 1 };
  expect(usageOfResumed(fold(result({ usd: 1.1, added: one }), result({ usd: 1.35 })), 9).usd).toBe(1.35);
  expect(usageOfResumed(fold(result({ usd: 1.1 }), result({ usd: 1.35, added: one })), 9).usd).toBe(1.35);
});
