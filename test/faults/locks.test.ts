import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { expectSound, integrationOf, processesOf } from './invariants.js';
import { calmTree, expectDone, halfway, resumes, saidBy } from './runs.js';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

function leave({ repository }: FaultWorld, ...names: readonly string[]): () => void {
  const paths = names.map((name) => join(repository, '.git', name));
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
  return () => {
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    for (const path of paths) rmSync(path);
  };
}

/** Of the user's own git, killed or at work: none of them is ours to remove, and none of them concerns us. */
const USERS = ['index.lock', 'HEAD.lock', 'config.lock', 'refs/heads/main.lock'];

describe('locks of the user’s git', () => {
  it('that were left before a run do not disturb it, and stay', async () => {
    const world = makeFaultWorld();
    const takeAway = leave(world, ...USERS);
    expectDone(await world.run(['execute']));
    takeAway();
    await expectSound(world, tree, 'before');
  });

  it('that come in the middle of a run do not disturb it, and stay', async () => {
    const world = makeFaultWorld();
    let takeAway = (): void => undefined;
    expectDone(
      await halfway(world, () => {
        takeAway = leave(world, ...USERS);
      }),
    );
    takeAway();
    await expectSound(world, tree, 'during');
  });

  it('on the packed refs let a run come to its end, and the next command too', async () => {
    const world = makeFaultWorld();
    let takeAway = (): void => undefined;
    const { code } = await halfway(world, () => {
      takeAway = leave(world, 'packed-refs.lock');
    });
    expect(code).toBe(0);
    expect(await processesOf(world)).toEqual([]);
    takeAway();
    expectDone(await world.run(['doctor', '--repair']));
    await expectSound(world, tree, 'packed refs');
  });
});

describe('a lock on the integration branch', () => {
  it('that goes after a moment changes nothing', async () => {
    const world = makeFaultWorld();
    expectDone(
      await halfway(world, async () => {
        const takeAway = leave(world, `refs/heads/${integrationOf(world.repository)}.lock`);
        await wait(2000);
        takeAway();
      }),
    );
    await expectSound(world, tree, 'for a moment');
  });

  it('that stays pauses the run, which names it; resume removes it once nobody can hold it', async () => {
    const world = makeFaultWorld();
    const lock = (): string => `refs/heads/${integrationOf(world.repository)}.lock`;
    const ended = await halfway(world, () => leave(world, lock()));
    expect(ended.code).toBe(1);
    expect(saidBy(ended)).toContain('.lock');
    expect(await processesOf(world)).toEqual([]);
    await resumes(world, tree, 'stays');
  });
});

describe('a lock on the ref that keeps the work of a task', () => {
  it('ends the run with its name, everything else is saved, and resume brings it home', async () => {
    const world = makeFaultWorld();
    const ended = await halfway(world, () => leave(world, `refs/breakwater/runs/${runOf(world)}/task/d/1.lock`));
    expect(ended.code).toBe(3);
    expect(saidBy(ended)).toContain(`git update-ref refs/breakwater/runs/${runOf(world)}/task/d/1`);
    expect(await processesOf(world)).toEqual([]);
    await resumes(world, tree, 'kept work');
  });
});

function runOf({ repository }: FaultWorld): string {
  return integrationOf(repository).split('/')[1] ?? 'none';
}
