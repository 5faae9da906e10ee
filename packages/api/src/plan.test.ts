import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../../test/rig/git.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, aRig, type Rig, refused, rigIn } from './api-rig.testing.js';
import { type PlanOptions, plan } from './plan.js';

async function planned(rig: Rig, options: PlanOptions = {}, world = rig.world) {
  return accepted(await plan(options, world));
}

describe('the base', () => {
  it('is the branch that is checked out', async () => {
    const rig = aRig({ a: 'x' });
    expect((await planned(rig)).plan.base).toEqual({ commit: rig.git('rev-parse', 'HEAD'), branch: 'main' });
  });

  it('may be any revision; only a branch is a branch', async () => {
    const rig = aRig({ a: 'x' });
    const commit = rig.git('rev-parse', 'HEAD');
    rig.git('tag', '-a', '-m', 'One', 'v1');
    rig.git('branch', 'feature/x');
    rig.git('commit', '-q', '--allow-empty', '-m', 'Move on');
    expect((await planned(rig, { base: 'v1' })).plan.base).toEqual({ commit, branch: null });
    expect((await planned(rig, { base: 'HEAD~1' })).plan.base).toEqual({ commit, branch: null });
    expect((await planned(rig, { base: 'feature/x' })).plan.base).toEqual({ commit, branch: 'feature/x' });
  });

  it('is asked for when HEAD is detached, and needs a commit', async () => {
    const rig = aRig({ a: 'x' });
    rig.git('checkout', '-q', '--detach');
    expect(refused(await plan({}, rig.world))).toMatchObject({ reason: 'repository-refused', code: 'E_BASE_NEEDED' });
    expect(refused(await plan({ base: '--all' }, rig.world))).toMatchObject({ code: 'E_BASE_UNKNOWN' });
    const empty = rigIn(tempFolder('empty'));
    git(empty.root, 'init', '-q');
    empty.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, brief: x }]\n' });
    expect(refused(await plan({}, empty.world))).toMatchObject({ reason: 'repository-refused', code: 'E_REPO_UNBORN' });
  });

  it('is nowhere outside a repository', async () => {
    expect(refused(await plan({}, rigIn(tempFolder('bare-ground')).world))).toMatchObject({ code: 'E_REPO_NONE' });
  });
});

describe('what a plan finds out', () => {
  const files = { 'src/user.ts': 'export class User {}' };
  const kept = (rig: Rig) => readdirSync(join(rig.root, '.git/breakwater/cache')).filter((name) => name.startsWith('facts-'));

  it('is kept in one piece, and the next one finds out nothing', async () => {
    const rig = aRig({ a: 'Rename User' }, files);
    const { plan: first } = await planned(rig);
    const pieces = kept(rig);
    expect(pieces).toHaveLength(1);
    expect((await planned(rig)).plan).toEqual(first);
    expect(kept(rig)).toEqual(pieces);
  });

  it('is kept when the tasks do not fit the tree', async () => {
    const rig = aRig({ a: 'x' }, files);
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, brief: x, scope: [gone] }]\n' });
    expect(refused(await plan({}, rig.world))).toMatchObject({ reason: 'bad-input' });
    expect(kept(rig)).toHaveLength(1);
  });
});

describe('files named by hand', () => {
  it('are relative to where the person is, also when the repository is elsewhere', async () => {
    const rig = aRig({ a: 'x' });
    const desk = rigIn(tempFolder('desk'));
    desk.write({ 'mine.yaml': 'tasks: [{ id: b, brief: y }]\n', 'mine.config.yaml': 'concurrency: 7\n' });
    const options = { repo: rig.root, tasksFile: 'mine.yaml', configFile: 'mine.config.yaml' };
    const { tasks, plan: made } = await planned(desk, options);
    expect([tasks.map(({ id }) => id), made.concurrency, made.base.commit]).toEqual([['b'], 7, rig.git('rev-parse', 'HEAD')]);
  });

  it('and a repository named by a relative way is found from there', async () => {
    const rig = aRig({ a: 'x' });
    const world = { ...rig.world, cwd: join(rig.root, '..') };
    expect((await planned(rig, { repo: 'shop' }, world)).tasks.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('work in progress', () => {
  const warnings = async (rig: Rig, options: PlanOptions = {}, world = rig.world) =>
    (await planned(rig, options, world)).warnings.filter(({ code }) => code === 'W_DIRTY').map(({ message }) => message);

  it('is warned about: no session will see it', async () => {
    const rig = aRig({ a: 'x' });
    expect(await warnings(rig)).toEqual([]);
    rig.write({ 'readme.md': '# Changed\n' });
    expect(await warnings(rig)).toEqual(['1 file is not committed, so no session will see the change: readme.md']);
    rig.write({ 'b.txt': '', 'c.txt': '', 'd/e.txt': '' });
    expect(await warnings(rig)).toEqual([
      '4 files are not committed, so no session will see the change: b.txt, c.txt, d/e.txt and 1 more',
    ]);
  });

  it('on the tasks and the configuration is fine, from wherever one looks', async () => {
    const rig = aRig({ a: 'x' });
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: z, brief: z }]\n', 'breakwater.config.yaml': 'concurrency: 2\n' });
    mkdirSync(join(rig.root, 'deep/er'), { recursive: true });
    const link = join(tempFolder('link'), 'shop');
    symlinkSync(rig.root, link);
    const elsewhere = tempFolder('elsewhere');
    for (const cwd of [rig.root, join(rig.root, 'deep/er'), link])
      expect(await warnings(rig, {}, { ...rig.world, cwd })).toEqual([]);
    expect(await warnings(rig, { repo: rig.root }, { ...rig.world, cwd: elsewhere })).toEqual([]);
  });

  it('in a folder of tasks is fine too', async () => {
    const rig = aRig({ a: 'x' });
    rig.write({ 'todo/one.md': '# One\n\nDo it.\n', 'todo/two.md': '# Two\n\nDo it too.\n', 'todo.md': '' });
    expect(await warnings(rig, { tasksFile: 'todo' })).toEqual([
      '1 file is not committed, so no session will see the change: todo.md',
    ]);
  });
});

it('asks about a task that says too little', async () => {
  const rig = aRig({}, { 'breakwater.tasks.yaml': 'tasks: [{ id: vague, brief: Make it better }]\n' });
  const { plan: made } = await planned(rig);
  expect(made.diagnostics).toMatchObject([{ code: 'Q_VAGUE', task: 'vague' }]);
  expect(made.diagnostics[0]?.message).toMatch(/^vague names no project, file or symbol; \d+ files would fit it$/);
});

it('takes the concurrency and the caution of the command line before those of the configuration', async () => {
  const rig = aRig({ a: 'x' }, { 'breakwater.config.yaml': 'concurrency: 5\ncaution: fast\n' });
  const { concurrency, caution } = (await planned(rig)).plan;
  const typed = (await planned(rig, { concurrency: 1, caution: 'careful' })).plan;
  expect([concurrency, caution, typed.concurrency, typed.caution]).toEqual([5, 'fast', 1, 'careful']);
});

it('names every fault of the tasks at once, also against the tree', async () => {
  const rig = aRig(
    {},
    { 'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: x, dependsOn: [q] }\n  - { id: a, brief: "" }\n' },
  );
  const found = refused(await plan({}, rig.world));
  expect(found.reason === 'bad-input' && found.diagnostics.length >= 2).toBe(true);
  rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, brief: x, scope: [no-such-project] }]\n' });
  const against = refused(await plan({}, rig.world));
  expect(against.reason === 'bad-input' && against.diagnostics.map(({ severity }) => severity)).toEqual(['error']);
});
