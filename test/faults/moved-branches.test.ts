import { beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { fingerprint } from '../rig/repository.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { expectSound, integrationOf } from './invariants.js';
import { calmTree, expectDone, halfway, kill, type LongCase, longCases, saidBy, untilDone } from './runs.js';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

/** A commit of the person on the integration branch, which changes no file; on what is there, be that moved in the same moment. */
function forward({ repository }: FaultWorld): Promise<void> {
  const branch = `refs/heads/${integrationOf(repository)}`;
  return untilDone(() => {
    const tip = git(repository, 'rev-parse', branch);
    const mine = git(repository, 'commit-tree', '-m', 'Mine', '-p', tip, `${tip}^{tree}`);
    git(repository, 'update-ref', branch, mine, tip);
  });
}

function back({ repository }: FaultWorld): void {
  git(repository, 'branch', '-q', '-f', integrationOf(repository), 'main');
}

function remove({ repository }: FaultWorld): void {
  git(repository, 'branch', '-q', '-D', integrationOf(repository));
}

function checkOut({ repository, temp }: FaultWorld): void {
  git(repository, 'worktree', 'add', '-q', `${temp}/held`, integrationOf(repository));
}

function rewriteBase({ repository }: FaultWorld): void {
  git(repository, 'commit', '-q', '--amend', '--only', '-m', 'Begin anew');
}

function removeBase({ repository }: FaultWorld): void {
  git(repository, 'checkout', '-q', '-b', 'other');
  git(repository, 'branch', '-q', '-D', 'main');
}

/** What the run says is to be typed. */
function asTold({ repository }: FaultWorld, ended: Ended): void {
  const order = /git (branch --force breakwater\/\w+\/integration [0-9a-f]+)/.exec(saidBy(ended))?.[1] ?? 'none';
  git(repository, ...order.split(' '));
}

function letGo({ repository, temp }: FaultWorld): void {
  git(repository, 'worktree', 'remove', `${temp}/held`);
}

interface Case {
  readonly deed: (world: FaultWorld) => unknown;
  readonly told: RegExp;
  /** Where the run cannot go on by itself: what the person does about it. */
  readonly mend?: (world: FaultWorld, ended: Ended) => void;
  /** Commits of the person on the integration branch. */
  readonly theirs?: number;
}

const FORWARD: Case = { deed: forward, told: /the integration branch was moved forward to \w+ by somebody else/, theirs: 1 };
const BACK: Case = { deed: back, told: /the integration branch was moved to \w+ by somebody else/, mend: asTold };
const REMOVED: Case = { deed: remove, told: /were made again from the journal: refs\/heads\/breakwater\/\w+\/integration/ };
const HELD: Case = { deed: checkOut, told: /integration is checked out at \S+\/held/, mend: letGo };
const REWRITTEN: Case = { deed: rewriteBase, told: /main, from which it started, is at \w+ now/ };
const NO_BASE: Case = { deed: removeBase, told: /main, from which it started, is gone/ };

/** Told; if the run stopped, `status` tells too; and once the person has mended it, it comes to its end. */
async function expectTold(world: FaultWorld, ended: Ended, { told, mend, theirs = 0 }: Case, label: string): Promise<void> {
  expect({ code: ended.code, said: saidBy(ended) }).toEqual({
    code: mend === undefined ? 0 : 1,
    said: expect.stringMatching(told),
  });
  if (mend !== undefined) {
    expect(saidBy(await world.run(['status']))).toMatch(told);
    mend(world, ended);
    expectDone(await world.run(['resume']));
  }
  await expectSound(world, tree, label, theirs);
}

describe('between a kill and resume', () => {
  const CASES: readonly LongCase<Case>[] = [
    ['moves the integration branch forward', FORWARD, 'long'],
    ['moves the integration branch back', BACK, 'long'],
    ['deletes the integration branch', REMOVED],
    ['checks out the integration branch', HELD, 'long'],
    ['writes the base branch anew', REWRITTEN],
    ['deletes the base branch', NO_BASE, 'long'],
  ];
  it.each(longCases(CASES))('the person %s', async (label, one) => {
    const world = makeFaultWorld();
    await halfway(world, kill('SIGKILL'));
    await one.deed(world);
    const changed = { ...world, before: fingerprint(world.repository) };
    await expectTold(changed, await world.run(['resume']), one, label);
  });
});

describe('while a run goes on', () => {
  const CASES: readonly LongCase<Case>[] = [
    ['moves the integration branch forward', FORWARD],
    ['moves the integration branch back', BACK],
    ['writes the base branch anew', REWRITTEN, 'long'],
  ];
  it.each(longCases(CASES))('the person %s', async (label, one) => {
    const world = makeFaultWorld();
    let changed = world;
    const ended = await halfway(world, async () => {
      await one.deed(world);
      changed = { ...world, before: fingerprint(world.repository) };
    });
    await expectTold(changed, ended, one, label);
  });
});
