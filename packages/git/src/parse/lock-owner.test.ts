import type { LockOwner } from '@breakwater/model';
import { expect, it } from 'vitest';
import { parseLockOwner } from './lock-owner.js';

const owner: LockOwner = {
  run: '7f3a',
  pid: 42,
  startTime: '123',
  bootId: 'b',
  host: 'h',
  since: '2026-01-01T00:00:00Z',
  nonce: 'n',
};

it('reads what was written', () => {
  expect(parseLockOwner(JSON.stringify(owner))).toEqual(owner);
});

it.each(['', 'null', '[]', '"x"', '{"run":"7f3a"}', JSON.stringify({ ...owner, pid: '42' }), JSON.stringify(owner).slice(0, -1)])(
  'reads no owner from %j',
  (text) => {
    expect(parseLockOwner(text)).toBeUndefined();
  },
);
