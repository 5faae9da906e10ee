import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../test/rig/repository.js';
import { accepted, aRig, type Rig, refused } from './api-rig.testing.js';
import { holdLock } from './hold-lock.js';
import { land } from './land.js';
import { openRepo } from './open-repo.js';
import { runAll } from './run-all.testing.js';
import { undo } from './undo.js';
import { undoLanding } from './undo-landing.js';

/** Two integrated tasks, and nobody on main: the checkout is detached. */
async function aRunDone(rest: { readonly checkedOut?: boolean } = {}) {
  const rig = aRig({ a: 'WRITE a.txt a', b: 'WRITE b.txt b' });
  const { state } = await runAll(rig);
  if (rest.checkedOut !== true) rig.git('checkout', '-q', '--detach');
  const hash = (revision: string): string => rig.git('rev-parse', revision);
  return { rig, state, hash, main: () => hash('main'), tip: () => hash(state.integration) };
}

const hintOf = (failure: unknown): string => (failure as { hint?: string }).hint ?? '';
const byUser = (rig: Rig, branch: string): void => {
  rig.git('checkout', '-q', branch);
  rig.git('commit', '-q', '--allow-empty', '-m', 'By hand');
  rig.git('checkout', '-q', '--detach');
};

describe('land', () => {
  it('moves the base branch to what is integrated, once, and touches nothing else of the user', async () => {
    const { rig, state, main, tip } = await aRunDone();
    const { refs: _, ...before } = fingerprint(rig.root);
    const landed = accepted(await land({}, rig.world));
    expect(landed).toEqual({ run: state.run, branch: 'main', from: state.base, to: state.tip, tasks: 2, already: false });
    expect([main(), tip()]).toEqual([state.tip, state.tip]);
    expect(fingerprint(rig.root)).toMatchObject(before);
    expect(accepted(await land({}, rig.world))).toMatchObject({ already: true });
  });

  it('leaves a branch that is checked out, and says what to type there; that works', async () => {
    const { rig, state, main } = await aRunDone({ checkedOut: true });
    const before = fingerprint(rig.root);
    const failure = refused(await land({}, rig.world));
    expect(failure).toMatchObject({ reason: 'repository-refused', code: 'E_LAND' });
    expect(hintOf(failure)).toBe(`Type it there: git merge --ff-only ${state.integration}`);
    expect(fingerprint(rig.root)).toEqual(before);
    rig.git(...hintOf(failure).replace('Type it there: git ', '').split(' '));
    expect(main()).toBe(state.tip);
    expect(accepted(await land({}, rig.world))).toMatchObject({ already: true });
  });

  it('leaves a branch that has moved on another way', async () => {
    const { rig, state, main } = await aRunDone();
    byUser(rig, 'main');
    const before = main();
    const failure = refused(await land({}, rig.world));
    expect(hintOf(failure)).toContain(`git merge ${state.integration}`);
    expect(main()).toBe(before);
  });

  it('refuses when nothing is integrated, when the integration branch holds other commits, and while a run is at work', async () => {
    const nothing = aRig({ a: 'FAIL' });
    await runAll(nothing);
    expect(refused(await land({}, nothing.world))).toMatchObject({ message: 'Nothing of this run is integrated.' });
    const { rig, state, main } = await aRunDone();
    byUser(rig, state.integration);
    expect(refused(await land({}, rig.world))).toMatchObject({ message: `${state.integration} was moved by somebody else.` });
    expect(main()).toBe(state.base);
    const lock = accepted(await holdLock(accepted(await openRepo(undefined, rig.world)), state.run, rig.world));
    expect(refused(await land({}, rig.world))).toMatchObject({ reason: 'locked' });
    await lock.release();
  });
});

describe('undo', () => {
  it('steps back task by task to the very base, and keeps everything reachable', async () => {
    const { rig, state, tip, hash } = await aRunDone();
    const [first] = state.chain;
    const one = accepted(await undo({}, rig.world));
    expect(one).toMatchObject({ task: 'b', from: state.tip, to: first?.commit });
    expect(tip()).toBe(first?.commit);
    expect(accepted(await undo({}, rig.world))).toMatchObject({ task: 'a', to: state.base, verified: true });
    expect(tip()).toBe(state.base);
    expect(refused(await undo({}, rig.world))).toMatchObject({ code: 'E_UNDO' });
    const kept = rig.git('for-each-ref', '--format=%(objectname)', `refs/breakwater/runs/${state.run}/undone`).split('\n');
    expect(kept).toEqual([state.tip, first?.commit]);
    expect(hash(`breakwater/${state.run}/b`)).not.toBe('');
  });

  it('refuses after somebody committed on top, and after landing, and prints the revert', async () => {
    const { rig, state } = await aRunDone();
    accepted(await land({}, rig.world));
    const revert = `git revert -m 1 ${state.tip.slice(0, 10)}`;
    expect(hintOf(refused(await undo({}, rig.world)))).toContain(revert);
    byUser(rig, state.integration);
    expect(hintOf(refused(await undo({}, rig.world)))).toContain(revert);
  });

  it('finishes a step that was recorded and that a kill kept from happening', async () => {
    const { rig, state, tip } = await aRunDone();
    accepted(await undo({}, rig.world));
    rig.git('update-ref', `refs/heads/${state.integration}`, state.tip);
    expect(accepted(await undo({}, rig.world))).toMatchObject({ task: 'a', to: state.base });
    expect(tip()).toBe(state.base);
  });

  it('of a landing moves the branch back, as long as it is where the landing left it and nobody has it checked out', async () => {
    const { rig, state, main, tip } = await aRunDone();
    expect(refused(await undoLanding({}, rig.world))).toMatchObject({ code: 'E_UNDO' });
    accepted(await land({}, rig.world));
    rig.git('checkout', '-q', 'main');
    const failure = refused(await undoLanding({}, rig.world));
    expect(hintOf(failure)).toBe(`Type it there: git reset --keep ${state.base.slice(0, 10)}`);
    rig.git('checkout', '-q', '--detach');
    expect(accepted(await undoLanding({}, rig.world))).toMatchObject({ branch: 'main', from: state.tip, to: state.base });
    expect([main(), tip()]).toEqual([state.base, state.tip]);
    accepted(await land({}, rig.world));
    byUser(rig, 'main');
    expect(hintOf(refused(await undoLanding({}, rig.world)))).toContain('git revert');
  });
});
