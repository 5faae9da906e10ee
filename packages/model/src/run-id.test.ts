import { expect, it } from 'vitest';
import { asRunId, runId } from './run-id.js';

it.each(['0000', '7f3a', 'deadbeef'])('%s is a run id', (text) => {
  expect([asRunId(text), runId(text)]).toEqual([text, text]);
});

it.each(['', '7f3', 'deadbeef0', '7F3A', '7g3a', '7f3a\n', ' 7f3a', '../7f'])('%j is none', (text) => {
  expect(asRunId(text)).toBe(undefined);
  expect(() => runId(text)).toThrow(`Internal error: not a run id: ${JSON.stringify(text)}`);
});
