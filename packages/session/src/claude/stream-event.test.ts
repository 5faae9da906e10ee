import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStreamLine } from './stream-event.js';

const read = (event: unknown) => readStreamLine(JSON.stringify(event));
const assistant = (content: readonly unknown[], usage: unknown = undefined) => ({
  type: 'assistant',
  message: { id: 'msg_1', content, usage },
});

test('the first line tells session and model', () => {
  expect(read({ subtype: 'init', session_id: 's', model: 'claude-x', type: 'system' })).toEqual([
    { kind: 'started', sessionId: 's', model: 'claude-x' },
  ]);
});

test('a message tells what is done and what it took, cache included', () => {
  const usage = { input_tokens: 10, output_tokens: 1, cache_creation_input_tokens: 200, cache_read_input_tokens: 3000 };
  const calls = [
    { type: 'text', text: 'I will.' },
    { type: 'tool_use', name: 'Edit', input: { file_path: '/w/apps/web/history.page.tsx' } },
    { type: 'tool_use', name: 'Bash', input: { command: 'npm test' } },
  ];
  expect(read(assistant(calls, usage))).toEqual([
    { kind: 'activity', text: 'edits history.page.tsx' },
    { kind: 'activity', text: 'runs npm test' },
    { kind: 'spent', message: 'msg_1', inputTokens: 3210, outputTokens: 1 },
  ]);
});

test('waiting for the API and going on with another model are told', () => {
  const retry = { type: 'system', subtype: 'api_retry', attempt: 2, max_retries: 10, retry_delay_ms: 600 };
  expect([...read({ ...retry, error_status: 529 }), ...read({ ...retry, error_status: null })]).toEqual([
    { kind: 'activity', text: 'waits for the API (status 529), try 2 of 10' },
    { kind: 'activity', text: 'waits for the API (no answer), try 2 of 10' },
  ]);
  expect(read({ type: 'system', subtype: 'model_fallback', original_model: 'opus', fallback_model: 'haiku' })).toEqual([
    { kind: 'warning', text: 'goes on with haiku instead of opus' },
  ]);
  expect(read({ type: 'rate_limit_event', rate_limit_info: { status: 'allowed' } })).toEqual([]);
  const rejected = (resetsAt?: unknown) => read({ type: 'rate_limit_event', rate_limit_info: { status: 'rejected', resetsAt } });
  const until = '2026-01-01T12:00:00.000Z';
  expect(rejected()).toEqual([{ kind: 'account-limit' }]);
  expect(rejected(Date.parse(until) / 1000)).toEqual([{ kind: 'account-limit', until }]);
  expect(rejected(Date.parse(until))).toEqual([{ kind: 'account-limit', until }]);
  expect([-1, 'soon', 1e300].map(rejected)).toEqual([1, 2, 3].map(() => [{ kind: 'account-limit' }]));
});

test('a result counts by model, for usage misses what subagents and the last response took', () => {
  const modelUsage = {
    opus: { inputTokens: 1, cacheReadInputTokens: 20, cacheCreationInputTokens: 300, outputTokens: 4, costUSD: 0.5 },
    haiku: { inputTokens: 1000, outputTokens: 5, costUSD: 0.25 },
  };
  const result = {
    type: 'result',
    subtype: 'success',
    is_error: false,
    terminal_reason: 'completed',
    result: 'Done.',
    num_turns: 3,
    total_cost_usd: 0.75,
    usage: { input_tokens: 1, output_tokens: 1 },
    modelUsage,
  };
  const expected = {
    subtype: 'success',
    isError: false,
    terminalReason: 'completed',
    text: 'Done.',
    apiStatus: undefined,
    usd: 0.75,
    tokens: { inputTokens: 1321, outputTokens: 9 },
    turns: 3,
  };
  expect(read(result)).toEqual([{ kind: 'result', result: expected }]);
  expect(read({ ...result, total_cost_usd: undefined })).toEqual([{ kind: 'result', result: expected }]);
});

test('a result that says little is unknown where it says nothing, and an error unless it denies it', () => {
  const nothing = { terminalReason: undefined, apiStatus: undefined, usd: undefined, tokens: undefined, turns: undefined };
  expect(read({ type: 'result', total_cost_usd: null, num_turns: -1 })).toEqual([
    { kind: 'result', result: { ...nothing, subtype: undefined, isError: true, text: '' } },
  ]);
  expect(read({ type: 'result', subtype: 'error_max_turns', errors: ['Reached maximum number of turns (2)', 7] })).toEqual([
    {
      kind: 'result',
      result: { ...nothing, subtype: 'error_max_turns', isError: true, text: 'Reached maximum number of turns (2)' },
    },
  ]);
});

test.each([
  '',
  'Error: something',
  '{"type":"result","subtype":"suc',
  '[]',
  'null',
  '{"type":"system","subtype":"status"}',
  '{"type":"unheard_of"}',
  '{"type":"assistant","message":7}',
  '{"type":"system","subtype":"init"}',
])('%j means nothing', (line) => {
  expect(readStreamLine(line)).toEqual([]);
});

test('no JSON whatever makes it throw', async () => {
  const type = fc.constantFrom('assistant', 'result', 'system', 'rate_limit_event', 'user');
  const subtype = fc.constantFrom('init', 'api_retry', 'model_fallback', 'success', 'toString', '__proto__');
  const event = fc.record(
    { type, subtype, message: fc.jsonValue(), usage: fc.jsonValue(), modelUsage: fc.jsonValue(), errors: fc.jsonValue() },
    { requiredKeys: ['type'] },
  );
  await fc.assert(fc.property(event, (one) => Array.isArray(read(one))));
});

test('a tool call is told with its id, and so is how it ended', () => {
  expect(read(assistant([{ type: 'tool_use', id: 't1', name: 'Edit', input: { file_path: 'a.ts' } }]))).toContainEqual({
    kind: 'called',
    id: 't1',
    tool: 'Edit',
  });
  const results = [
    { type: 'tool_result', tool_use_id: 't1', content: 'ok' },
    { type: 'tool_result', tool_use_id: 't2', content: 'no', is_error: true },
    { type: 'text', text: 'x' },
  ];
  expect(read({ type: 'user', message: { content: results } })).toEqual([
    { kind: 'ran', id: 't1', well: true },
    { kind: 'ran', id: 't2', well: false },
  ]);
});
