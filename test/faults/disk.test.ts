import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { aliveIn, expectSound, integrationOf } from './invariants.js';
import { calmTree, expectDone, halfway, journalOf, saidBy } from './runs.js';
import { readOnly, smallDisk, whyNoMounts } from './small-disk.js';

/** `npm run faults -- --disk` sets it: every so many KiB, up to where a run fits. */
const STEP = Number(process.env['BREAKWATER_FAULT_DISK_STEP'] ?? 0);
/** Of the git directory's disk, as a run begins: nothing; while worktrees are made; while sessions commit; while work is kept and merged. */
const KIBS = STEP === 0 ? [0, 80, 250] : Array.from({ length: Math.ceil(600 / STEP) }, (_, n) => n * STEP);

const noMounts = whyNoMounts();
if (noMounts !== undefined) process.stderr.write(`faults: full and read-only disks are not tested here: ${noMounts}\n`);

/** Room for what a session needs to start, and not much more. */
const SIZE = 'size=64m';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

/** No bug, told with a reason, and nothing of it at work. */
function expectTold(world: FaultWorld, ended: Awaited<ReturnType<FaultWorld['run']>>, reason: RegExp): void {
  expect({ code: ended.code, said: saidBy(ended) }).toEqual({
    code: expect.toSatisfy((code) => code === 1 || code === 5),
    said: expect.stringMatching(reason),
  });
  expect(aliveIn([world.repository, world.temp])).toEqual([]);
}

/** Goes on with the run, or begins one where none had begun. */
async function comesToItsEnd(world: FaultWorld, label: string): Promise<void> {
  const began = integrationOf(world.repository) !== 'none';
  expectDone(await world.run([began ? 'resume' : 'execute']));
  await expectSound(world, tree, label);
}

const FULL = /No space left on device|couldn't write|out of diskspace|unable to write|the disk of .* (is full|has \d+ MiB left)/i;

describe.skipIf(noMounts !== undefined)('a disk that is full', () => {
  it.each(KIBS)(
    'of the git directory, with %d KiB left as a run begins: it pauses, and resume ends in the same tree',
    async (kib) => {
      const world = makeFaultWorld();
      const disk = smallDisk(join(world.repository, '.git'), SIZE);
      disk.fill(kib * 1024);
      const ended = await world.run(['execute']);
      disk.empty();
      if (ended.code !== 0) {
        expectTold(world, ended, FULL);
        await comesToItsEnd(world, `${kib} KiB`);
      }
      expect(STEP > 0 || ended.code !== 0).toBe(true);
    },
  );

  it('of the git directory, in the middle of a run', async () => {
    const world = makeFaultWorld();
    const disk = smallDisk(join(world.repository, '.git'), SIZE);
    const ended = await halfway(world, () => disk.fill(0));
    disk.empty();
    expectTold(world, ended, FULL);
    await comesToItsEnd(world, 'full in the middle');
  });

  it('of the worktrees, by the number of files, while sessions work: none of them is blamed', async () => {
    const world = makeFaultWorld();
    const disk = smallDisk(`${world.repository}.breakwater`, 'size=1g,nr_inodes=24');
    const ended = await world.run(['execute']);
    expectTold(world, ended, FULL);
    expect(saidBy(ended)).not.toContain('failed');
    disk.resize('nr_inodes=10000');
    await comesToItsEnd(world, 'no more files');
  });
});

describe.skipIf(noMounts !== undefined)('a disk that cannot be written', () => {
  it('of the git directory: nothing is begun', async () => {
    const world = makeFaultWorld();
    const writable = readOnly(join(world.repository, '.git'));
    const ended = await world.run(['execute']);
    writable();
    expectTold(world, ended, /Read-only file system/i);
    await comesToItsEnd(world, 'read-only');
  });

  it('any more, of the git directory in the middle of a run: it ends, and resume ends in the same tree', async () => {
    const world = makeFaultWorld();
    let writable = (): void => undefined;
    const ended = await halfway(world, () => {
      writable = readOnly(join(world.repository, '.git'));
    });
    writable();
    expectTold(world, ended, /Read-only file system/i);
    await comesToItsEnd(world, 'read-only in the middle');
  });
});

/** Puts something in the place of a file, which is kept beside it; until the run, which makes it again, was not quicker. */
function replace(path: string, put: (path: string) => void): void {
  for (;;) {
    renameSync(path, `${path}.away`);
    try {
      put(path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

describe('a journal whose place', () => {
  const PLACES: readonly (readonly [string, (path: string) => void])[] = [
    ['is a device that is full', (path) => symlinkSync('/dev/full', path)],
    ['is a folder', (path) => mkdirSync(path)],
  ];
  it.each(PLACES)(
    '%s, in the middle of a run: what is written next tells or mends it, and the run comes to its end',
    async (label, put) => {
      const world = makeFaultWorld();
      const ended = await halfway(world, () => replace(journalOf(world), put));
      if (ended.code !== 0) {
        expectTold(world, ended, /E_JOURNAL_WRITE/);
        rmSync(journalOf(world), { recursive: true });
        renameSync(`${journalOf(world)}.away`, journalOf(world));
        expectDone(await world.run(['resume']));
      }
      await expectSound(world, tree, label);
    },
  );
});
