import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { git } from '../../../test/rig/git.js';
import { writeFiles } from '../../../test/rig/repository.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, rigIn } from './api-rig.testing.js';
import { makeDemo } from './demo.js';
import { version } from './version.js';
import { realWorld } from './world.js';

it('draws as many hexadecimal digits as asked for, new ones each time', async () => {
  const { signal } = new AbortController();
  const world = realWorld({ stop: signal, hurry: signal });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (digits) => {
      expect(world.randomHex(digits)).toMatch(new RegExp(`^[0-9a-f]{${digits}}$`));
    }),
  );
  expect(new Set(Array.from({ length: 100 }, () => world.randomHex(16))).size).toBe(100);
});

it('has a clock that never runs backwards beside the one on the wall', () => {
  const { signal } = new AbortController();
  const { monotonic } = realWorld({ stop: signal, hurry: signal });
  const read = Array.from({ length: 50 }, monotonic);
  expect(read).toEqual([...read].sort((a, b) => a - b));
});

it('knows its own version', () => {
  expect(version()).toBe(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version);
});

it('makes the demo a repository with one commit of all its files, and touches the original not at all', async () => {
  const workspace = tempFolder('workspace');
  writeFiles(workspace, { 'a.txt': 'a', 'deep/b.txt': 'b' });
  const folder = accepted(await makeDemo(workspace, rigIn(workspace).world));
  expect([git(folder, 'log', '--format=%s'), git(folder, 'ls-files').split('\n'), git(folder, 'status', '--porcelain')]).toEqual([
    'A small shop: API, web frontend, shared libraries',
    ['a.txt', 'deep/b.txt'],
    '',
  ]);
  expect(readdirSync(join(workspace))).toEqual(['a.txt', 'deep']);
});
