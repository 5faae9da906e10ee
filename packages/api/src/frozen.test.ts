import { runId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { accepted, aRig } from './api-rig.testing.js';
import { freeze, thaw } from './frozen.js';
import { plan } from './plan.js';

const RUN = runId('7f3a');

it('gives back what was frozen, whatever became of the files', async () => {
  const rig = aRig({ a: 'Grüße an 世界', b: 'x' });
  const repository = await rig.repository();
  const { plan: made, tasks, config } = accepted(await plan({}, rig.world));
  const frozen = { version: 1, plan: made, tasks, config, runner: config.runner, budgetUsd: 2.5 } as const;
  await freeze(repository, RUN, frozen);
  rig.write({ 'breakwater.tasks.yaml': 'tasks: []\n' });
  rig.git('gc', '--quiet', '--prune=now');
  expect(await thaw(await rig.repository(), RUN)).toEqual(frozen);
});

it('is frozen once: a second run with the same id does not get in its way', async () => {
  const rig = aRig({ a: 'x' });
  const repository = await rig.repository();
  const { plan: made, tasks, config } = accepted(await plan({}, rig.world));
  const frozen = { version: 1, plan: made, tasks, config, runner: config.runner } as const;
  await freeze(repository, RUN, frozen);
  await expect(freeze(repository, RUN, { ...frozen, tasks: [] })).rejects.toThrow('is there already');
  expect((await thaw(repository, RUN))?.tasks).toHaveLength(1);
});

it.each(['garbage', '', 'null', '{}', '[1]', '{"version":1,"tasks":[]}'])(
  'answers nothing when the ref leads to %j',
  async (text) => {
    const rig = aRig({ a: 'x' });
    const repository = await rig.repository();
    const ref = `refs/breakwater/runs/${RUN}/plan`;
    await repository.mustMoveRef({ ref, from: null, to: await repository.writeBlob(text) });
    expect(await thaw(repository, RUN)).toBe(undefined);
  },
);

it('answers nothing when the ref is gone', async () => {
  expect(await thaw(await aRig({ a: 'x' }).repository(), RUN)).toBe(undefined);
});
