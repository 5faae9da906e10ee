import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { EXIT } from './exit-code.js';
import { guardOutput } from './guard-output.js';

function outputs() {
  const process: { stdout: EventEmitter; stderr: EventEmitter; exitCode?: number } = {
    stdout: new EventEmitter(),
    stderr: new EventEmitter(),
  };
  const said: string[] = [];
  const judge = guardOutput(process, (text) => said.push(text));
  const fail = (stream: 'stdout' | 'stderr', code: string): boolean =>
    process[stream].emit('error', Object.assign(new Error(`${code}: write`), { code }));
  return { process, said, judge, fail };
}

it.each(['EPIPE', 'EIO'])('a reader that went away (%s) is no fault', (code) => {
  const { said, judge, fail } = outputs();
  fail('stdout', code);
  fail('stderr', code);
  expect([judge(EXIT.done), judge(EXIT.someFailed), said]).toEqual([0, 1, []]);
});

it('narration that cannot be written is no fault', () => {
  const { said, judge, fail } = outputs();
  fail('stderr', 'ENOSPC');
  expect([judge(EXIT.done), said]).toEqual([0, []]);
});

it('an answer that was lost is said once and is no success', () => {
  const { said, judge, fail } = outputs();
  fail('stdout', 'ENOSPC');
  fail('stdout', 'ENOSPC');
  expect([judge(EXIT.done), judge(EXIT.refused), said]).toEqual([
    5,
    3,
    ['error: the answer could not be written: ENOSPC: write\n'],
  ]);
});

it('an answer whose loss is heard of late is no success either', () => {
  const { process, fail } = outputs();
  process.exitCode = EXIT.done;
  fail('stdout', 'ENOSPC');
  expect(process.exitCode).toBe(EXIT.environment);
});
