import type { Answer, Ask, News } from '@breakwater/model';
import { expect, it } from 'vitest';
import { laneGuard } from './lane-guard.js';
import { aRig, type Rig } from './lane-rig.testing.js';

/** The guard of a lane whose orchestrator gives each of these answers once. */
function guardOf(rig: Rig, answers: readonly Answer[], grants: readonly string[] = []) {
  const [asked, news, left] = [[] as Ask[], [] as News[], [...answers]];
  const ask = async (one: Ask): Promise<Answer> => {
    asked.push(one);
    return left.shift() ?? { answer: 'refused', why: 'asked too often' };
  };
  const order = rig.order('api', '', { grants });
  const setting = { repository: rig.repository, newSessionId: () => 'secret' };
  const world = { setting, ask, news: (one: News) => void news.push(one), signal: new AbortController().signal };
  return { guard: laneGuard(order, rig.shop, world as never), asked, news };
}

it('answers by itself what came with the order and what was granted before', async () => {
  const rig = await aRig();
  const { guard, asked } = guardOf(rig, [{ answer: 'granted' }], ['a.txt']);
  const answers = [await guard?.ask('a.txt', false), await guard?.ask('b.txt', false), await guard?.ask('b.txt', true)];
  expect(answers).toEqual([{ answer: 'granted' }, { answer: 'granted' }, { answer: 'granted' }]);
  expect(asked).toEqual([{ ask: 'write', id: { run: '7f3a', task: 'api', attempt: 1 }, path: 'b.txt' }]);
});

it('hands a refusal on, and asks anew the next time, for the holder may be done', async () => {
  const no: Answer = { answer: 'refused', why: 'taken' };
  const { guard } = guardOf(await aRig(), [no, { answer: 'granted' }]);
  expect([await guard?.ask('b.txt', true), await guard?.ask('b.txt', false)]).toEqual([no, { answer: 'granted' }]);
});

it('lets everybody have a file that git ignores: each worktree has its own', async () => {
  const rig = await aRig({ '.gitignore': 'cache/\n' });
  const { guard } = guardOf(rig, [{ answer: 'refused', why: 'taken' }]);
  expect(await guard?.ask('cache/x', false)).toEqual({ answer: 'granted' });
});

it('without a fence there is no guard', async () => {
  const rig = await aRig();
  expect(laneGuard(rig.order('api', '', { fence: 'off' }), rig.shop, {} as never)).toBe(undefined);
});
