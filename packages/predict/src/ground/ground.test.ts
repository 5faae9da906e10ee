import { type RepoPath, type SymbolFact, seededRandom } from '@breakwater/model';
import { anIndex, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf, type World } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';
import { someProjects } from '../projects.testing.js';

function recent(world: World): readonly (RepoPath | undefined)[] {
  const { recentlyChanged, paths } = groundOf(world);
  return recentlyChanged.map((file) => paths.all[file]);
}

describe('the files that change most lately', () => {
  const paths = ['a.ts', 'b.ts', 'c.ts', 'pnpm-lock.yaml'];

  it('stand by how often and how lately they changed, none that the commit does not hold', () => {
    const history = aHistory({ one: ['b.ts', 'gone.ts'], two: ['b.ts'], three: ['c.ts'] });
    expect(recent({ paths, history })).toEqual(['b.ts', 'c.ts']);
  });

  it('are 25 at most', () => {
    const many = Array.from({ length: 60 }, (_, n) => `f${String(n).padStart(2, '0')}.ts`);
    const history = aHistory(Object.fromEntries(many.map((path, n) => [`change ${n}`, [path]])));
    expect(recent({ paths: many, history })).toEqual(many.slice(0, 25));
  });

  it('are none without a past, and none in an empty repository with one', () => {
    expect(recent({ paths })).toEqual([]);
    expect(recent({ paths: [], history: aHistory({ one: ['a.ts'] }) })).toEqual([]);
  });
});

describe('what a ground is asked', () => {
  const named = (name: string): SymbolFact => ({ name, declarations: [], references: [] });

  it('about paths and symbols that are called like what every object has', () => {
    const odd = ['__proto__', 'constructor', 'toString/valueOf.ts'];
    const { paths, files, symbols, projects } = groundOf({
      paths: odd,
      symbols: ['constructor', '__proto__'].map(named),
      rest: { projects: someProjects({ toString: 'toString' }) },
    });
    expect([...odd, 'hasOwnProperty'].map((path) => files.numberOf(path))).toEqual([0, 1, 2, undefined]);
    expect(['toString', 'valueOf', 'constructor'].map((folder) => paths.isFolder(folder))).toEqual([true, false, false]);
    expect(['constructor', '__proto__', 'toString'].map((name) => symbols.get(name)?.name)).toEqual([
      'constructor',
      '__proto__',
      undefined,
    ]);
    expect(projects.projectAround('toString')?.name).toBe('toString');
    expect([paths.named('hasOwnProperty'), paths.named('constructor')]).toEqual([[], ['constructor']]);
  });

  it('of names that differ in case only are two answers', () => {
    const { paths, files } = groundOf({ paths: ['Cart/a.ts', 'cart/A.ts', 'cart/a.ts'] });
    expect([paths.below('cart'), paths.below('Cart'), paths.named('a.ts')]).toEqual([
      ['cart/A.ts', 'cart/a.ts'],
      ['Cart/a.ts'],
      ['Cart/a.ts', 'cart/a.ts'],
    ]);
    expect(new Set(paths.all.map(files.numberOf)).size).toBe(3);
  });

  it('below a folder is what begins with it and a slash, whatever sorts between', () => {
    const all = ['a-b/x.ts', 'a.ts', 'a/b.ts', 'a/é/変.ts', 'a/🚀.ts', 'a0/x.ts', 'aa/x.ts'];
    const { paths } = groundOf({ paths: all });
    expect(paths.below('a')).toEqual(['a/b.ts', 'a/é/変.ts', 'a/🚀.ts']);
    expect([paths.below('a/é'), paths.below(''), paths.below('b')]).toEqual([['a/é/変.ts'], paths.all, []]);
  });
});

describe('a ground at random', () => {
  it('is the same however its files, projects and symbols are ordered', () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const random = seededRandom(seed);
      const paths = Array.from(
        { length: 1 + random(40) },
        (_, n) => `${['libs', 'Apps', 'é'][random(3)]}/p${random(4)}/f${n}.ts`,
      );
      const history = aHistory(Object.fromEntries(paths.map((path, n) => [`fix: f${n} of p${random(4)}`, [path]])));
      const world = { paths, history, rest: { projects: someProjects({ one: 'libs/p1', two: 'Apps/p2', three: 'é' }) } };
      const files = [...anIndex(paths).files].reverse();
      const other = { ...world, rest: { files, projects: [...world.rest.projects].reverse() } };
      expect(seen(other)).toEqual(seen(world));
    }
  });
});

/** What is measured of every file for one task, by path. */
function seen(world: World) {
  const ground = groundOf(world);
  const { view } = viewTask(aTask('t', { title: 't', brief: 'fix: f1 of p2 and the f3.ts of libs' }), ground);
  const { all } = ground.paths;
  return {
    ranked: view.mixed
      .first(100)
      .map((file) => [all[file], view.mixed.of[file], ground.projects.projectAround(String(all[file]))?.name]),
    voted: view.votes.files.first(100).map((file) => [all[file], view.votes.files.of[file]]),
    said: [...view.said].map(([file, p]) => [all[file], p]).sort(),
    recent: ground.recentlyChanged.map((file) => all[file]),
    hot: ground.recentlyChanged.map((file) => [ground.files.kindOf(file), ground.files.depthOf(file)]),
  };
}
