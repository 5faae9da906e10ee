import type { PastCommit } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';

const PATHS = ['cart.ts', 'login.ts', 'order.ts', 'page.ts', 'yarn.lock'];

/** How well each file's messages fit a brief. */
function fits(brief: string, history: readonly PastCommit[]): Readonly<Record<string, number>> {
  const ground = groundOf({ paths: PATHS, history });
  const { messages } = viewTask(aTask('t', { title: 't', brief }), ground).view;
  return Object.fromEntries(messages.first(9).map((file) => [ground.paths.all[file], messages.of[file] ?? 0]));
}

describe('the messages of a file', () => {
  it('fit when a commit that changed it says a word of the brief', () => {
    const history = aHistory({ 'fix: refund customers': ['cart.ts'], 'fix: sorting': ['login.ts'] });
    expect(Object.keys(fits('Refund', history))).toEqual(['cart.ts']);
    expect(fits('Translate', history)).toEqual({});
  });

  it('fit the better the more of its commits say it', () => {
    const history = aHistory({
      'fix: refund one': ['cart.ts'],
      'fix: refund two': ['cart.ts'],
      'fix: refund three': ['login.ts'],
    });
    const { 'cart.ts': twice = 0, 'login.ts': once = 0 } = fits('Refund', history);
    expect(twice).toBeGreaterThan(once);
  });

  it('fit the worse the more files the commit changed', () => {
    const history = aHistory({ 'fix: refund': ['cart.ts'], 'fix: refund!': ['login.ts', 'order.ts', 'page.ts'] });
    const { 'cart.ts': alone = 0, 'login.ts': among = 0, 'order.ts': other } = fits('Refund', history);
    expect(alone).toBeGreaterThan(among);
    expect(other).toBe(among);
  });

  it('tell nothing of files that tools write', () => {
    expect(fits('Refund', aHistory({ 'fix: refund': ['cart.ts', 'yarn.lock'] }))['yarn.lock']).toBeUndefined();
  });

  it('fit by rare words rather than by common ones', () => {
    const common = Object.fromEntries(['a', 'b', 'c'].map((name) => [`fix: totals ${name}${name}x`, ['order.ts']]));
    const filling = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`fix: other${n}x`, ['page.ts']]));
    const found = fits(
      'Refund totals',
      aHistory({ ...common, 'fix: refund': ['cart.ts'], 'fix: totals': ['login.ts'], ...filling }),
    );
    expect(found['cart.ts']).toBeGreaterThan(found['login.ts'] ?? 0);
  });
});
