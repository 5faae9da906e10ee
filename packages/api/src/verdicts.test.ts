import { runId, type Verdict } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { aRig } from './api-rig.testing.js';
import { makeSeal } from './verdict-seal.js';
import { readVerdicts, writeVerdict } from './verdicts.js';

const RUN = runId('7f3a');
const PLACE = `refs/breakwater/runs/${RUN}/verdict/`;
const approved = (task: string): Verdict => ({ verdict: 'approved', task: aTask(task).id, attempt: 1, commit: aCommit(1) });

it('the first word on an attempt counts, may be said twice, and a word copied from another task keeps nobody from speaking', async () => {
  const rig = aRig({});
  const repository = await rig.repository();
  expect(await readVerdicts(repository, RUN)).toEqual({ heard: [], strange: [] });
  const seal = await makeSeal(repository, RUN, rig.world);
  const say = (verdict: Verdict) => writeVerdict(repository, RUN, verdict, seal);
  const rejected: Verdict = { ...approved('a'), verdict: 'rejected', reason: 'too "large"\n' };
  expect([await say(rejected), await say(rejected), await say(approved('a'))]).toEqual([true, true, false]);

  rig.git('update-ref', `${PLACE}b/1`, `${PLACE}a/1`);
  expect(await say(approved('b'))).toBe(true);
  rig.git('update-ref', `${PLACE}c/1`, rig.git('rev-parse', 'HEAD:readme.md'));
  expect(await readVerdicts(repository, RUN)).toEqual({ heard: [rejected, approved('b')], strange: [`${PLACE}c/1`] });
});
