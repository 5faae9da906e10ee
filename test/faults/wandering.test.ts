import { beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { expectSound, integrationOf, processesOf, treeOf } from './invariants.js';
import { calmTree, expectDone, saidBy } from './runs.js';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

/** The session of `a` does something besides, in a shell in its worktree. */
function runWhere(world: FaultWorld, deed: string, rest: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return world.run(['execute'], undefined, { FAULT_DEED: deed, ...rest });
}

const COMMIT = 'git add -A; git commit -qm Wandered';
const TIDY =
  'git worktree unlock ../b; git worktree prune --expire=now; git prune --expire=now; git gc --prune=now; git repack -adq';

describe('a session that', () => {
  const HARMLESS: readonly (readonly [string, string])[] = [
    ['detaches its HEAD, prunes worktrees and collects all garbage', `git checkout -q --detach; ${COMMIT}; ${TIDY}`],
    ['deletes its own folder', 'rm -rf "$PWD"'],
  ];
  it.each(HARMLESS)('%s: the run comes to its end all the same', async (label, deed) => {
    const world = makeFaultWorld();
    expectDone(await runWhere(world, deed));
    await expectSound(world, tree, label);
  });

  it('removes the worktree of a neighbour that does not notice: that one is ended, which is told, and begins anew', async () => {
    const world = makeFaultWorld();
    const deed = 'git worktree unlock ../b; git worktree remove --force --force ../b';
    const ended = await runWhere(world, deed, { FAULT_LINGERS: 'yes' });
    expectDone(ended);
    expect(saidBy(ended)).toMatch(/ b its place of work was lost: the worktree \S+\/b is gone; tried again at once/);
    await expectSound(world, tree, 'neighbour');
  });

  const TAKEN_BACK: readonly (readonly [string, string])[] = [
    ['commits on the branch of the user', `git symbolic-ref HEAD refs/heads/main; ${COMMIT}`],
    ['goes over to another branch', `git checkout -q -b elsewhere; ${COMMIT}`],
  ];
  it.each(TAKEN_BACK)('%s: the run says so, and how to take it back', async (label, deed) => {
    const world = makeFaultWorld();
    const ended = await runWhere(world, deed);
    expectDone(ended);
    const [order = 'none'] = /git update-ref (-d )?refs\/heads\/[a-z]+( [0-9a-f]{40})+/.exec(saidBy(ended)) ?? [];
    git(world.repository, ...order.split(' ').slice(1));
    await expectSound(world, tree, label);
  });

  it('leaves its work on the stash: it failed, and the run says where that is', async () => {
    const world = makeFaultWorld();
    const ended = await runWhere(world, 'git stash -qu');
    expect(saidBy(ended)).toContain('it put changes on the stash');
    expect(git(world.repository, 'show', '--stat', '--format=', 'stash@{0}^3')).toContain('src/a.txt');
    git(world.repository, 'stash', 'drop', '-q');
    expectDone(await world.run(['retry', 'a']));
    expect(treeOf(world.repository)).toBe(tree);
  });

  it('deletes our refs: the run pauses, and resume makes them again from its journal', async () => {
    const world = makeFaultWorld();
    const deed = "git for-each-ref --format='delete %(refname)' refs/breakwater | git update-ref --stdin";
    const ended = await runWhere(world, deed);
    expect({ code: ended.code, said: saidBy(ended) }).toEqual({
      code: 1,
      said: expect.stringContaining('refs/breakwater/lock, by which this run holds the repository, is gone'),
    });
    const resumed = await world.run(['resume']);
    expectDone(resumed);
    expect(saidBy(resumed)).toContain('were made again from the journal');
    await expectSound(world, tree, 'refs deleted');
  });

  it('deletes all our branches: the work at hand is saved, the run pauses, and resume makes the integration branch again', async () => {
    const world = makeFaultWorld();
    const deed = "git for-each-ref --format='delete %(refname)' refs/heads/breakwater | git update-ref --stdin";
    const ended = await runWhere(world, deed);
    expect({ code: ended.code, said: saidBy(ended) }).toEqual({
      code: 1,
      said: expect.stringMatching(
        / b its branch \S+\/b was deleted while it worked, .* the integration branch was deleted; resume/,
      ),
    });
    expect(saidBy(ended)).not.toContain('failed');
    expectDone(await world.run(['resume']));
    await expectSound(world, tree, 'branches deleted');
  });

  it('commits on the integration branch: that is verified with what comes after it', async () => {
    const world = makeFaultWorld();
    const ended = await runWhere(
      world,
      `git checkout -q --ignore-other-worktrees -B breakwater/$BREAKWATER_RUN/integration; ${COMMIT}`,
    );
    expectDone(ended);
    expect(git(world.repository, 'rev-parse', `${integrationOf(world.repository)}^{tree}`)).toBe(tree);
    expect(await processesOf(world)).toEqual([]);
  });
});
