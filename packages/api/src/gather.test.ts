import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted, aRig, type Rig, refused } from './api-rig.testing.js';
import { findBase, gather, searchFrom } from './gather.js';

const PROJECT = { name: 'from-nx', root: 'apps/shop', tags: [], dependsOn: [] };

/** Names of the projects that planning knows. */
async function projectsOf(rig: Rig, base?: string): Promise<readonly string[]> {
  const where = base === undefined ? {} : { base };
  const { index } = accepted(await gather(where, { ...rig.world, projects: [PROJECT] }));
  return index.projects.map(({ name }) => name);
}

describe('what planning reads', () => {
  it('are the tasks as they lie there, and the repository as it is committed', async () => {
    const rig = aRig({ a: 'x' }, { 'src/old.ts': '' });
    rig.write({ 'src/new.ts': '', 'breakwater.tasks.yaml': 'tasks: [{ id: b, brief: y }]\n' });
    const { loaded, index, base, warnings } = accepted(await gather({}, rig.world));
    expect({ tasks: loaded.tasks.map(({ id }) => id), base, warnings }).toEqual({
      tasks: ['b'],
      base: { commit: rig.git('rev-parse', 'HEAD'), branch: 'main' },
      warnings: [],
    });
    expect(index.files.map(({ path }) => path).filter((path) => path.startsWith('src/'))).toEqual(['src/old.ts']);
  });

  it('are of the projects a tool told those of the commit that is checked out, and of no other', async () => {
    const rig = aRig({ a: 'x' }, { 'apps/shop/main.ts': '' });
    rig.git('commit', '-q', '--allow-empty', '-m', 'Move on');
    expect([await projectsOf(rig), await projectsOf(rig, 'main'), await projectsOf(rig, 'HEAD~1')]).toEqual([
      ['from-nx'],
      ['from-nx'],
      [],
    ]);
  });

  it('is told a hundred times at most, and of nothing that was read before', async () => {
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`src/${n}.ts`, `export const n${n} = ${n};\n`]));
    const rig = aRig({ a: 'x' }, files);
    const seen: (readonly [number, number])[] = [];
    const onRead = (done: number, of: number): void => void seen.push([done, of]);
    await accepted(await gather({ onRead }, rig.world)).cache.save();
    expect(seen.length).toBeLessThanOrEqual(101);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).toSorted((a, b) => a - b));
    const before = seen.length;
    await gather({ onRead }, rig.world);
    expect(seen.length).toBe(before);
  });

  it('names what is wrong with the tasks before what is wrong with the base', async () => {
    const rig = aRig({ a: 'x' });
    rig.git('checkout', '-q', '--detach');
    expect(refused(await gather({}, rig.world))).toMatchObject({ code: 'E_BASE_NEEDED' });
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a }]\n' });
    expect(refused(await gather({}, rig.world))).toMatchObject({ reason: 'bad-input' });
  });
});

it('files named by hand are relative to the person, all else to the folder that was named', async () => {
  const rig = aRig({ a: 'x' });
  const cwd = join(rig.root, 'docs');
  mkdirSync(cwd);
  const repository = await rig.repository();
  const named = { repo: '..', tasksFile: 'mine.yaml', configFile: '../c.yaml', only: ['a'] };
  expect(searchFrom(repository, named, { ...rig.world, cwd })).toEqual({
    ...{ root: rig.root, cwd: rig.root, only: ['a'] },
    ...{ tasksFile: join(cwd, 'mine.yaml'), configFile: join(rig.root, 'c.yaml') },
  });
  expect(searchFrom(repository, {}, { ...rig.world, cwd })).toEqual({ root: rig.root, cwd });
});

it('a branch is one by its whole name; a tag, a part of a name and an id are none, though they lead to the same commit', async () => {
  const rig = aRig({ a: 'x' });
  const commit = rig.git('rev-parse', 'HEAD');
  rig.git('branch', 'feature/x');
  rig.git('tag', 'x');
  rig.git('branch', commit.slice(0, 12));
  const repository = await rig.repository();
  const names = ['feature/x', 'heads/feature/x', 'refs/heads/feature/x', 'x', commit];
  const branches = await Promise.all(names.map(async (name) => accepted(await findBase(repository, name)).branch));
  expect(branches).toEqual(['feature/x', null, null, null, null]);
});
