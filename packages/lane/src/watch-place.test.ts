import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from './lane-rig.testing.js';
import { whileThere } from './watch-place.js';

function untilAborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('aborted'), { once: true }));
}

test('work in a folder that goes is asked to end', async () => {
  const place = join(tempFolder(), 'place');
  mkdirSync(place);
  const ended = whileThere(place, new AbortController().signal, untilAborted);
  rmSync(place, { recursive: true });
  expect(await ended).toBe('aborted');
});

test('work in a folder that stays ends by itself, or when it is asked to', async () => {
  const outer = new AbortController();
  expect(await whileThere(tempFolder(), outer.signal, async ({ aborted }) => aborted)).toBe(false);
  const ended = whileThere(tempFolder(), outer.signal, untilAborted);
  outer.abort();
  expect(await ended).toBe('aborted');
});
