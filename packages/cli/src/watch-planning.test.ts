import type { ScoutNews } from '@breakwater/api';
import { NO_USAGE } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { anIo, aWorld } from './cli-rig.testing.js';
import { watchPlanning } from './watch-planning.js';

const world = aWorld('/');

function news(done: number, usd: number): ScoutNews {
  return { done, of: 2, kept: 0, limitUsd: 0.4, usage: { ...NO_USAGE, usd } };
}

describe('scouting', () => {
  it('says what it may cost before, and what it did cost after, once each where nobody watches', async () => {
    const io = anIo();
    const made = await watchPlanning({}, { io, world }, async ({ onScout }) => {
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
    const fails = watchPlanning({}, { io, world }, async ({ onScout }) => {
      onScout?.(news(1, 0.02));
      throw new Error('broken');
    });
    await expect(fails).rejects.toThrow('broken');
    expect(io.said().stderr).toContain('1 of 2 scouting sessions cost $0.02\n');
  });

  it('of which there is none takes no word', async () => {
    const io = anIo();
    await watchPlanning({ scout: 'ask' }, { io, world }, async () => undefined);
    expect(io.said().stderr).toBe('');
  });
});

describe('reading', () => {
  /** Reads ten files in so many milliseconds, watched in a terminal. Answers what was written to it. */
  async function read(milliseconds: number): Promise<string> {
    let [now, written] = [0, ''];
    const live = { columns: 60, rows: 20, write: (text: string) => (written += text) } as never;
    await watchPlanning({}, { io: anIo({ live }), world: { ...world, monotonic: () => now } }, async ({ onRead }) => {
      now = milliseconds;
      onRead?.(4, 10);
    });
    return written;
  }

  it('that takes a while shows how far it is, takes that away again, and leaves the cursor alone', async () => {
    const written = await read(300);
    expect(written).toContain('4 of 10 files read');
    expect(written.endsWith('\x1b[J\x1b[?2026l')).toBe(true);
    expect(written).not.toContain('\x1b[?25');
  });

  it('that is done in a moment shows nothing', async () => {
    expect(await read(200)).toBe('');
  });
});
