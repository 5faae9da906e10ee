import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capacityFor, freeDisk } from './capacity.js';
import { tempFolder } from './lane-rig.testing.js';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

test.each([
  [0, 0, 1],
  [0.9 * GIB, 0, 1],
  [3.5 * GIB, 0, 3],
  [0, 2, 2],
  [1.5 * GIB, 2, 3],
])('%d bytes of memory beside %d sessions: %d', (memory, running, slots) => {
  expect(capacityFor({ memory, disk: undefined, running })).toEqual({ slots });
});

test.each([
  [250, 0, 1],
  [500, 0, 3],
  [250, 2, 2],
  [400, 2, 4],
])('%d MiB of disk beside %d sessions: %d', (disk, running, slots) => {
  expect(capacityFor({ memory: 64 * GIB, disk: disk * MIB, running })).toEqual({ slots });
});

test('below the floor nothing new starts, and what is lacking is said', () => {
  const lacks = 'the disk of the worktrees has 150 MiB left, and 200 MiB are needed to start a session';
  expect(capacityFor({ memory: 64 * GIB, disk: 150.5 * MIB, running: 0 })).toEqual({ slots: 0, lacks });
  expect(capacityFor({ memory: 64 * GIB, disk: 150.5 * MIB, running: 2 })).toEqual({ slots: 2, lacks });
});

test('the git directory, which may be on another disk, needs less of it', () => {
  const free = { memory: 64 * GIB, disk: 500 * MIB, running: 0 };
  const lacks = 'the disk of the git directory has 49 MiB left, and 50 MiB are needed to start a session';
  expect(capacityFor({ ...free, gitDisk: 49.9 * MIB })).toEqual({ slots: 0, lacks });
  expect(capacityFor({ ...free, gitDisk: 50 * MIB })).toEqual({ slots: 3 });
});

test('a folder that is yet to be made has the disk of the one above it', async () => {
  const folder = tempFolder();
  const [below, above] = [await freeDisk(join(folder, 'not', 'yet')), await freeDisk(folder)];
  expect(Math.abs(below! - above!)).toBeLessThan(GIB);
});
