import { NO_USAGE, PLAN_SCHEMA, type RunEvent, taskId } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { accepted, aPastRun, aRig, FINISHED, type Rig, refused, started } from './api-rig.testing.js';
import { type PlanOptions, plan } from './plan.js';
import { planFromFile } from './plan-file.js';

const BRIEFS = { a: 'x', b: 'y', c: 'z' };

/** Writes the plan as it is now beside the repository's files, ignored so that it is no change. */
async function reviewed(rig: Rig, options: PlanOptions = {}) {
  const made = accepted(await plan(options, rig.world)).plan;
  rig.write({ 'plan.json': JSON.stringify(made) });
  return made;
}

function again(rig: Rig, options: PlanOptions & { readonly replan?: boolean } = {}) {
  return planFromFile('plan.json', { replan: false, ...options }, rig.world);
}

describe('a plan file', () => {
  it('gives the same plan while nothing it rests on has changed, whatever is typed or checked out now', async () => {
    const rig = aRig(BRIEFS);
    const made = await reviewed(rig, { concurrency: 1, caution: 'careful', schedule: 'stream', only: ['a', 'b'] });
    rig.git('checkout', '-q', '-b', 'elsewhere');
    rig.git('commit', '-q', '--allow-empty', '-m', 'Not on main');
    expect(accepted(await again(rig)).plan).toEqual(made);
  });

  it('keeps its estimates, though sessions have run since', async () => {
    const rig = aRig(BRIEFS);
    const made = await reviewed(rig);
    const work = {
      base: aCommit(1),
      commit: aCommit(2),
      changes: [],
      savedByUs: false,
      drift: { unpredicted: [], untouched: [], alsoChangedBy: [] },
    };
    const a = taskId('a');
    const began: RunEvent = { ev: 'task-started', task: a, attempt: 1, lane: 0, base: aCommit(1) };
    await aPastRun(rig, 'aaaa', [started('aaaa'), began, { ev: 'task-committed', task: a, work, usage: NO_USAGE }, FINISHED]);
    expect(accepted(await again(rig)).plan).toMatchObject({ id: made.id, forecast: { estimates: made.forecast.estimates } });
    expect(accepted(await plan({}, rig.world)).plan.forecast.estimates?.[0]?.source).toBe('task');
  });

  it('is made of a detached commit as well', async () => {
    const rig = aRig(BRIEFS);
    const made = await reviewed(rig, { base: 'HEAD' });
    rig.git('commit', '-q', '--allow-empty', '-m', 'Move on');
    expect(accepted(await again(rig)).plan).toEqual(made);
  });

  it('is refused with the old and the new base when the branch has moved, and replaced when told', async () => {
    const rig = aRig(BRIEFS);
    const made = await reviewed(rig);
    rig.git('commit', '-q', '--allow-empty', '-m', 'Move on');
    const tip = rig.git('rev-parse', 'HEAD');
    const difference = `the base moved from ${made.base.commit.slice(0, 7)} to ${tip.slice(0, 7)}`;
    expect(refused(await again(rig))).toEqual({ reason: 'plan-changed', differences: [difference] });
    expect(accepted(await again(rig, { replan: true })).plan.base.commit).toBe(tip);
  });

  it('is refused with the new waves when the tasks now come in another order', async () => {
    const rig = aRig(BRIEFS);
    await reviewed(rig);
    rig.write({
      'breakwater.tasks.yaml':
        'tasks:\n  - { id: a, brief: x }\n  - { id: b, brief: y, dependsOn: [a] }\n  - { id: c, brief: z, dependsOn: [b] }\n',
    });
    expect(refused(await again(rig))).toEqual({
      reason: 'plan-changed',
      differences: ['the waves would now be a, then b, then c'],
    });
  });

  it('is refused when only what the tasks would touch differs', async () => {
    const rig = aRig({ a: 'x' });
    await reviewed(rig);
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, brief: x, writes: [readme.md] }]\n' });
    expect(refused(await again(rig))).toMatchObject({ differences: ['the predicted files or the tasks themselves differ'] });
  });

  it('is refused when a task of it is gone', async () => {
    const rig = aRig(BRIEFS);
    await reviewed(rig);
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, brief: x }]\n' });
    expect(refused(await again(rig)).reason).toBe('bad-input');
  });
});

describe('a file that is no plan', () => {
  const base = { commit: 'HEAD', branch: null };
  const whole = {
    schema: PLAN_SCHEMA,
    id: 'x',
    base,
    concurrency: 3,
    caution: 'balanced',
    schedule: 'waves',
    tasks: [{ id: 'a' }],
    waves: [['a']],
    forecast: {},
  };

  it('is refused: another shape, another schema, a value that no plan has', async () => {
    const rig = aRig({ a: 'x' });
    const why = 'plan.json cannot be used as a plan: it is not a breakwater/plan@1 document';
    for (const document of [
      null,
      [whole],
      { ...whole, schema: 'breakwater/plan@2' },
      { ...whole, id: undefined },
      { ...whole, base: 'main' },
      { ...whole, base: { commit: 7, branch: null } },
      { ...whole, base: { commit: 'HEAD', branch: ['main'] } },
      { ...whole, concurrency: 0 },
      { ...whole, concurrency: 2.5 },
      { ...whole, concurrency: 'many' },
      { ...whole, caution: 'wild' },
      { ...whole, schedule: 'river' },
      { ...whole, forecast: { estimates: [{ task: 'a', minutes: -1, source: 'budget' }] } },
      { ...whole, tasks: 'a, b' },
      { ...whole, tasks: [{ name: 'a' }] },
      { ...whole, waves: {} },
    ]) {
      rig.write({ 'plan.json': JSON.stringify(document) });
      const diagnostics = [{ code: 'E_PLAN_READ', message: why }];
      expect(refused(await again(rig)), JSON.stringify(document)).toMatchObject({ reason: 'bad-input', diagnostics });
    }
    rig.write({ 'plan.json': JSON.stringify(whole) });
    expect(refused(await again(rig)).reason).toBe('plan-changed');
  });

  it('is refused when it is not there or holds no JSON, with what was found', async () => {
    const rig = aRig({ a: 'x' }, { 'plan.json': '{ "schema": ' });
    for (const [file, why] of [
      ['plan.json', 'JSON'],
      ['none.json', 'none.json cannot be used as a plan: there is no such file'],
    ] as const)
      expect(JSON.stringify(refused(await planFromFile(file, { replan: true }, rig.world)))).toContain(why);
  });
});
