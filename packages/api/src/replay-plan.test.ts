import { commitId, type PastCommit, repoPath } from '@breakwater/model';
import { expect, it } from 'vitest';
import { aRig, type Rig } from './api-rig.testing.js';
import { replayPlan } from './replay-plan.js';

const POINTS = [
  { caution: 'fast', threshold: 0.5 },
  { caution: 'careful', threshold: 0.1 },
] as const;

/** Commits a change of one file and answers it as history tells it. */
function changed(rig: Rig, path: string, text: string): PastCommit {
  rig.write({ [path]: text });
  rig.git('add', path);
  rig.git('commit', '-q', '-m', `Correct ${path}`);
  const commit = commitId(rig.git('rev-parse', 'HEAD'));
  return {
    commit,
    author: 'ann',
    isBot: false,
    time: 0,
    subject: `Correct ${path}`,
    terms: [],
    body: '',
    paths: [repoPath(path)],
  };
}

async function replayed(rig: Rig, commits: readonly PastCommit[]) {
  const replay = { repository: await rig.repository(), hubs: [], concurrency: 3, points: POINTS };
  return replayPlan({ oneAuthor: true, commits }, replay);
}

it('plans commits from where they began, by their words alone, at every point that is compared', async () => {
  const rig = aRig({}, { 'src/cart.ts': 'export const cart = 1;\n', 'src/price.ts': 'export const price = 1;\n' });
  const commits = [
    changed(rig, 'src/cart.ts', 'export const cart = 2;\n'),
    changed(rig, 'src/price.ts', 'export const price = 2;\n'),
    changed(rig, 'src/cart.ts', 'export const cart = 3;\n'),
  ];
  const found = await replayed(rig, commits);
  expect(found?.oneAuthor).toBe(true);
  expect(found?.tasks.map(({ predicted, changed }) => [predicted[0], [...changed]])).toEqual([
    ['src/cart.ts', ['src/cart.ts']],
    ['src/price.ts', ['src/price.ts']],
    ['src/cart.ts', ['src/cart.ts']],
  ]);
  expect(found?.points.map(({ caution, threshold }) => ({ caution, threshold }))).toEqual(POINTS);
  const careful = found?.points[1]?.waveOf ?? [];
  expect([careful.length, careful[0] === careful[2], found?.points[0]?.waveOf.length]).toEqual([3, false, 3]);
  expect(found?.risk(0, 2)).toBeGreaterThan(found?.risk(0, 1) ?? 1);
  expect(found?.risk(2, 0)).toBe(0);
});

it('counts no file as changed that was not there when the plan began', async () => {
  const rig = aRig({}, { 'src/cart.ts': '' });
  const found = await replayed(rig, [changed(rig, 'src/new.ts', '1\n'), changed(rig, 'src/new.ts', '2\n')]);
  expect(found?.tasks.map(({ changed }) => changed.size)).toEqual([0, 0]);
});

it('plans nothing from before the first commit', async () => {
  const rig = aRig({});
  const root = { ...changed(rig, 'a.ts', ''), commit: commitId(rig.git('rev-list', '--max-parents=0', 'HEAD')) };
  expect(await replayed(rig, [root])).toBeUndefined();
});
