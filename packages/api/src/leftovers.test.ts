import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { runId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aRig, type Rig } from './api-rig.testing.js';
import { findLeftovers, repairRuns, runsInGit } from './leftovers.js';
import { runAll } from './run-all.testing.js';

/** A pid that the system gives nobody. */
const NOBODY = 2 ** 22 + 1;

async function leftIn(rig: Rig): Promise<readonly string[]> {
  return (await findLeftovers(await rig.repository(), rig.world)).map(({ what }) => what);
}

describe('the runs that git knows of', () => {
  it('are named once each, in order, and what somebody else put among our refs is none', async () => {
    const rig = aRig({ a: 'x' });
    for (const ref of ['7f3a/base', '7f3a/task/a/1', '0b2c/base', 'No.Run/base'])
      rig.git('update-ref', `refs/breakwater/runs/${ref}`, 'HEAD');
    expect(await runsInGit(await rig.repository())).toEqual([runId('0b2c'), runId('7f3a')]);
  });
});

describe('what a killed command left', () => {
  it('is nothing where no command was killed', async () => {
    const rig = aRig({ a: 'WRITE a.txt a' });
    await runAll(rig);
    expect(await leftIn(rig)).toEqual([]);
  });

  it('of a run that was never begun are its base and its plan, as long as nothing else of it is there', async () => {
    const rig = aRig({ a: 'x' });
    for (const name of ['base', 'plan']) rig.git('update-ref', `refs/breakwater/runs/7f3a/${name}`, 'HEAD');
    expect(await leftIn(rig)).toEqual(['base of run 7f3a, which was never begun', 'plan of run 7f3a, which was never begun']);
    rig.git('update-ref', 'refs/breakwater/runs/7f3a/task/a/1', 'HEAD');
    expect(await leftIn(rig)).toEqual([]);
    rig.git('update-ref', '-d', 'refs/breakwater/runs/7f3a/task/a/1');
    rig.git('branch', 'breakwater/7f3a/integration');
    expect(await leftIn(rig)).toEqual([]);
  });

  it('goes when it is removed, and what looks like it and is not ours stays', async () => {
    const rig = aRig({ a: 'x' });
    const { tag } = await rig.repository();
    rig.git('update-ref', 'refs/breakwater/runs/7f3a/base', 'HEAD');
    const temp = rig.world.environment['TMPDIR'] ?? '';
    const [ours, theirs] = [join(temp, `breakwater-${tag}-7f3a-x`), join(temp, 'breakwater-other-7f3a-x')];
    for (const folder of [ours, theirs]) mkdirSync(folder);
    const hold = join(rig.root, '.git/gc.pid');
    writeFileSync(hold, `${NOBODY} ${hostname()}\nbreakwater\n`);
    const found = await findLeftovers(await rig.repository(), rig.world);
    expect(found.map(({ what }) => what)).toEqual([
      `temporary folder ${ours}`,
      'base of run 7f3a, which was never begun',
      'the hold on git gc of a process that is dead',
    ]);
    for (const { remove } of found) await remove();
    expect([await leftIn(rig), existsSync(theirs)]).toEqual([[], true]);
    writeFileSync(hold, `${NOBODY} ${hostname()}\n`);
    expect([await leftIn(rig), existsSync(hold)]).toEqual([[], true]);
  });
});

describe('repairing', () => {
  it('clears what killed gits left in the folder of each run whose plan is there, and of no other', async () => {
    const rig = aRig({ a: 'WRITE a.txt a' });
    const { run } = (await runAll(rig)).state;
    rig.git('update-ref', 'refs/breakwater/runs/0b2c/base', 'HEAD');
    const home = `${rig.root}.breakwater`;
    const [ours, other] = [run, '0b2c'].map((name) => join(home, name, 'a.removed-by-breakwater'));
    for (const folder of [ours, other]) mkdirSync(folder ?? '', { recursive: true });
    expect(await repairRuns(await rig.repository())).toEqual([`removed the rest of a worktree: ${join(home, run, 'a')}`]);
    expect([ours, other].map((folder) => existsSync(folder ?? ''))).toEqual([false, true]);
  });
});
