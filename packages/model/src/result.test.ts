import { expect, it } from 'vitest';
import { err, ok } from './result.js';
import { unreachable } from './unreachable.js';

it('a result is a value or what went wrong, also when either is nothing', () => {
  expect([ok(1), ok(undefined), err('why'), err(undefined)]).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: undefined },
    { ok: false, error: 'why' },
    { ok: false, error: undefined },
  ]);
});

it('a variant that nobody handles is a bug that names itself', () => {
  expect(() => unreachable({ reason: 'new' } as never)).toThrow('Internal error: unhandled variant {"reason":"new"}');
});
