import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NO_USAGE } from '@breakwater/model';
import type { SessionEnd } from '@breakwater/session';
import { expect, test } from 'vitest';
import { tempFolder } from './lane-rig.testing.js';
import { goneFrom, whileThere } from './watch-place.js';

const STOPPED: SessionEnd = { end: 'stopped', usage: NO_USAGE };

function untilAborted(signal: AbortSignal): Promise<SessionEnd> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(STOPPED), { once: true }));
}

test('a session whose folder goes is ended, and lost', async () => {
  const place = join(tempFolder(), 'place');
  mkdirSync(place);
  const ended = whileThere(place, new AbortController().signal, untilAborted);
  rmSync(place, { recursive: true });
  expect(await ended).toEqual({ end: 'failed', failure: goneFrom(place), usage: NO_USAGE });
});

test('one whose folder stays ends by itself, or when it is asked to', async () => {
  const outer = new AbortController();
  const good: SessionEnd = { end: 'succeeded', usage: NO_USAGE, summary: 'done' };
  expect(await whileThere(tempFolder(), outer.signal, async () => good)).toBe(good);
  const ended = whileThere(tempFolder(), outer.signal, untilAborted);
  outer.abort();
  expect(await ended).toBe(STOPPED);
});
