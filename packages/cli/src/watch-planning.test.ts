import type { ScoutNews } from '@breakwater/api';
import { NO_USAGE } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { anIo } from './cli-rig.testing.js';
import { watchScouting } from './watch-scouting.js';

function news(done: number, usd: number): ScoutNews {
  return { done, of: 2, kept: 0, limitUsd: 0.4, usage: { ...NO_USAGE, usd } };
}

describe('scouting', () => {
  it('says what it may cost before, and what it did cost after, once each where nobody watches', async () => {
    const io = anIo();
    const made = await watchScouting({}, io, async ({ onScout }) => {
      for (const one of [news(0, 0), news(1, 0.02), news(2, 0.05)]) onScout?.(one);
      return 'a plan';
    });
    expect([made, io.said()]).toEqual([
      'a plan',
      { stdout: '', stderr: 'Asking 2 scouting sessions, limited to $0.40 in all\n2 scouting sessions cost $0.05\n' },
    ]);
  });

  it('says what it did cost when it comes to a bad end', async () => {
    const io = anIo();
    const fails = watchScouting({}, io, async ({ onScout }) => {
      onScout?.(news(1, 0.02));
      throw new Error('broken');
    });
    await expect(fails).rejects.toThrow('broken');
    expect(io.said().stderr).toContain('1 of 2 scouting sessions cost $0.02\n');
  });

  it('of which there is none takes no word', async () => {
    const io = anIo();
    await watchScouting({ scout: 'ask' }, io, async () => undefined);
    expect(io.said().stderr).toBe('');
  });
});
