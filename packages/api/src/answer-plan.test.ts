import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { answerPlan, type PlanMessage } from './answer-plan.js';
import { aRig } from './api-rig.testing.js';

const { signal } = new AbortController();

/** A process that is sent one order; ends when it lets go of whoever asked. */
async function answers(
  message: PlanMessage,
): Promise<{ readonly said: readonly unknown[]; readonly scouts: readonly boolean[] }> {
  const said: unknown[] = [];
  const scouts: boolean[] = [];
  await new Promise<void>((disconnect) => {
    const send = (answer: unknown, _handle: undefined, _options: undefined, sent: () => void) => {
      said.push(answer);
      sent();
    };
    const process = Object.assign(new EventEmitter(), { send, disconnect });
    answerPlan(process as never, (asks) => {
      scouts.push(asks);
      return { stop: signal, hurry: signal };
    });
    process.emit('message', message);
    expect(process.listenerCount('message')).toBe(0);
  });
  return { said, scouts };
}

const kinds = (said: readonly unknown[]) => [...new Set(said.flatMap((one) => Object.keys(one as object)))];

it('an order is answered with how far reading has come and then the plan, without the repository, which is no data', async () => {
  const rig = aRig({ a: 'WRITE a.txt a', b: 'WRITE b.txt b' });
  const { said, scouts } = await answers({ cwd: rig.root, order: { options: {} } });
  const { planned } = said.at(-1) as { planned: { ok: true; value: { plan: { waves: unknown } } } };
  expect([scouts, kinds(said), planned.ok, planned.value.plan.waves]).toEqual([[false], ['read', 'planned'], true, [['a', 'b']]]);
  expect(structuredClone(planned.value)).toEqual(planned.value);
});

it('an order that cannot be met is answered with why, and a fault of ours with where it arose', async () => {
  const { root } = aRig({});
  expect(await answers({ cwd: '/no/such/folder', order: { options: { scout: 'ask' } } })).toEqual({
    said: [{ planned: { ok: false, error: expect.objectContaining({ reason: 'repository-refused', code: 'E_REPO_NONE' }) } }],
    scouts: [true],
  });
  const broken = { cwd: root, order: { options: { base: 7 as never } } };
  expect((await answers(broken)).said).toEqual([{ fault: expect.stringMatching(/^TypeError: .*\n +at /) }]);
});
