import { commitId, type Failure, ok, runId } from '@breakwater/model';
import { aRunStarted, aTask } from '@breakwater/model/testing';
import { MARKER } from '@breakwater/session';
import { describe, expect, it } from 'vitest';
import { accepted, aPastRun, aRig, INTERRUPTED, nextSitting, refused, started } from './api-rig.testing.js';
import { changeRun, type OpenRun, settledTip } from './change-run.js';

async function aRunThatRests() {
  const rig = aRig({ a: 'WRITE a.txt a' });
  await aPastRun(rig, '7f3a', [started('7f3a'), INTERRUPTED]);
  return rig;
}

const nothing = async (): Promise<never> => {
  throw new Error('Nothing was to be changed.');
};

describe('a change of a run', () => {
  it('is refused to a session, and for a run that is not there, also one without a name', async () => {
    const rig = await aRunThatRests();
    const inSession = { ...rig.world, environment: { ...rig.world.environment, [MARKER]: 'x' } };
    expect(refused(await changeRun({}, nothing, inSession))).toMatchObject({ code: 'E_NESTED_RUN' });
    for (const run of ['', 'ffff', '../7f3a'])
      expect(refused(await changeRun({ run }, nothing, rig.world))).toEqual({ reason: 'no-run', run, known: ['7f3a'] });
  });

  it('gives the lock back and keeps what was noted, also when it fails halfway', async () => {
    const rig = await aRunThatRests();
    const text = 'about to fail';
    const failing = async ({ note }: OpenRun): Promise<never> => {
      await note({ ev: 'note', text });
      throw new Error('halfway');
    };
    await expect(changeRun({}, failing, rig.world)).rejects.toThrow('halfway');
    const seen = await changeRun({}, async ({ run, records }) => ok([run, records.at(-1)?.event]), nextSitting(rig));
    expect(accepted(seen)).toEqual(['7f3a', { ev: 'note', text }]);
    expect(await (await rig.repository()).lockOwner()).toBe(undefined);
  });

  it('waits for no one: while another is changing the run it is refused', async () => {
    const rig = await aRunThatRests();
    const outer = changeRun({}, async () => ok(refused(await changeRun({}, nothing, nextSitting(rig)))), rig.world);
    expect(accepted(await outer)).toMatchObject({ reason: 'locked' });
  });
});

describe('the tip of a run', () => {
  const branch = 'breakwater/7f3a/integration';
  const refuse = (message: string): Failure => ({ reason: 'repository-refused', code: 'E_UNDO', message, hint: '' });

  /** One task is in the chain, and a step back from it is recorded. */
  async function aRunSteppingBack() {
    const rig = aRig({});
    const [base, work] = ['HEAD', 'HEAD^{tree}'].map((name) => commitId(rig.git('rev-parse', name)));
    if (base === undefined || work === undefined) throw new Error('no commit');
    const tip = commitId(rig.git('commit-tree', '-p', base, '-m', 'Task', work));
    const task = aTask('a').id;
    const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
    const usage = { usd: 0, inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 };
    await aPastRun(rig, '7f3a', [
      aRunStarted(['a'], { run: runId('7f3a'), integration: branch, base }),
      { ev: 'task-started', task, attempt: 1, lane: 0, base },
      { ev: 'task-committed', task, work: { base, commit: tip, changes: [], savedByUs: false, drift }, usage },
      { ev: 'task-verified', task, old: base, candidate: tip, seconds: 0 },
      { ev: 'task-integrated', task, commit: tip },
      { ev: 'task-undone', task, from: tip, to: base },
    ]);
    return { rig, base, tip };
  }

  it('is settled only where the run left its branch, and a step back that a kill cut short is taken first', async () => {
    const { rig, base, tip } = await aRunSteppingBack();
    const ask = () => changeRun({}, (open) => settledTip(open, refuse), nextSitting(rig));
    expect(refused(await ask())).toEqual(refuse(`The branch ${branch} is gone.`));
    rig.git('branch', branch, rig.git('commit-tree', '-p', tip, '-m', 'On top', 'HEAD^{tree}'));
    expect(refused(await ask())).toEqual(refuse(`${branch} was moved by somebody else.`));
    rig.git('branch', '--force', branch, tip);
    expect([accepted(await ask()), rig.git('rev-parse', branch)]).toEqual([base, base]);
  });
});
