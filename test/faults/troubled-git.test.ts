import { rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFaultWorld } from './fault-world.js';
import { expectSound, processesOf } from './invariants.js';
import { calmTree, expectDone, halfway, type LongCase, longCases, resumes, saidBy } from './runs.js';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

/** Enough for any git of such a small repository, on a busy machine too. */
const LIMIT = { BREAKWATER_GIT_SECONDS: '2' };

/** Every git that a run needs: for a worktree, for saving what a session left, for bringing it into the chain. */
const MAKING = ['config', 'worktree', 'read-tree', 'rev-parse'];
const SAVING = ['status', 'add', 'write-tree', 'commit', 'var', 'merge-base', 'for-each-ref'];
const BRINGING = ['diff-tree', 'rev-list', 'merge-tree', 'commit-tree', 'ls-tree', 'checkout', 'update-ref'];

/** What a run gets by without a word: the work is saved in another way. */
const SPARED = ['var', 'commit', 'add', 'config', 'ls-tree', 'checkout'];

function cases(...chosen: readonly string[]): readonly (readonly [string, string])[] {
  const all = [...MAKING, ...SAVING, ...BRINGING];
  return longCases(all.map((verb): LongCase<string> => (chosen.includes(verb) ? [verb, verb] : [verb, verb, 'long'])));
}

/** From the middle of the run on, until it ended. Told, with nothing left at work, and made good by the next command. */
async function throughTrouble(verb: string, does: 'hang' | 'fail', told: RegExp): Promise<void> {
  const world = makeFaultWorld();
  const trouble = `${world.temp}/trouble`;
  const ended = await halfway(world, () => writeFileSync(trouble, ''), { verbs: [verb], while: trouble, does }, LIMIT);
  expect(await processesOf(world)).toEqual([]);
  rmSync(trouble);
  if (ended.code === 0 && SPARED.includes(verb)) {
    // What was saved beside a folder is in the folder too, which stays until somebody says so.
    expectDone(await world.run(['clean']));
    return expectSound(world, tree, verb);
  }
  expect({ code: ended.code, said: saidBy(ended) }).toEqual({
    code: expect.toSatisfy((code) => code === 1 || code === 3),
    said: expect.stringMatching(told),
  });
  expect(saidBy(ended)).not.toContain('✖ failed');
  await resumes(world, tree, verb);
}

describe('a git that never ends', () => {
  it.each(cases('merge-base', 'update-ref'))(
    'at %s is killed in time, no task is blamed, and resume ends in the same tree',
    (_, verb) => throughTrouble(verb, 'hang', /git( [a-z-]+ failed)?:? .*killed after 2 s without/),
  );

  it('before a run: that is said, and not that there is no repository', async () => {
    const world = makeFaultWorld();
    const ended = await world.run(['execute'], { verbs: ['rev-parse'], does: 'hang' }, LIMIT);
    expect({ code: ended.code, said: saidBy(ended) }).toEqual({
      code: 3,
      said: expect.stringMatching(/^error: git did not come to its end git rev-parse .* killed after 2 s without an end/),
    });
    expect(await processesOf(world)).toEqual([]);
  });
});

describe('a git that always fails', () => {
  it.each(cases('worktree', 'read-tree', 'commit-tree'))(
    'at %s: no task is blamed, and resume ends in the same tree',
    (_, verb) => throughTrouble(verb, 'fail', /scripted failure/),
  );
});

it('gits that fail three times each for a passing reason change nothing', async () => {
  const world = makeFaultWorld();
  const verbs = [...MAKING, ...SAVING, ...BRINGING, 'cat-file', 'hash-object', 'log', 'symbolic-ref'];
  expectDone(await world.run(['execute'], { verbs, times: 3, does: 'fail-passing' }));
  await expectSound(world, tree, 'three times each');
});
