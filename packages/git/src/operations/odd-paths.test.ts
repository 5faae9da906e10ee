import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

/** What git quotes, what a pathspec, a pattern or an option could be taken for, and what every object has. */
const PATHS = [
  ' leading',
  '"quoted"',
  '#hash',
  '-dash',
  '.dots/..a',
  ':(top)x',
  '[a-z]*?',
  '__proto__',
  'back\\slash',
  'constructor/a',
  'line\nbreak',
  'return\r',
  'tab\tand',
  'trailing ',
  'ümlaut/😀',
  '\ufeffmark',
].sort();

const FILES = Object.fromEntries(PATHS.map((path) => [path, `in ${JSON.stringify(path)}\n`]));

let world: World;
let repository: Repository;
let [before, after]: readonly CommitId[] = [];
beforeAll(async () => {
  world = aWorld({ 'plain.txt': 'x\n' });
  before = commitId(world.git('rev-parse', 'HEAD'));
  after = world.commit(FILES);
  repository = await world.open();
});
afterAll(() => world.dispose());

it('a commit is listed and read with paths as they are', async () => {
  const listed = (await repository.tree(after!).list()).filter(({ path }) => path !== 'plain.txt');
  const pathOf = new Map(listed.map(({ path, blob }) => [blob, path]));
  const read = new Map<string, string>();
  await repository.tree(after!).visit([...pathOf.keys()], (blob, bytes) => read.set(pathOf.get(blob) ?? '', bytes.toString()));
  expect(listed.map(({ path }) => path).sort()).toEqual(PATHS);
  expect(new Map([...read].sort())).toEqual(new Map(PATHS.map((path) => [path, `in ${JSON.stringify(path)}\n`])));
});

it('a change is told with paths as they are, in both directions', async () => {
  expect(await repository.changes(before!, after!)).toEqual(PATHS.map((path) => ({ path, added: 1, removed: 0 })));
  expect(await repository.changes(after!, before!)).toEqual(PATHS.map((path) => ({ path, added: 0, removed: 1 })));
  expect(await repository.changes(after!, after!)).toEqual([]);
});

it('what is committed, what is not, and what nobody added counts as changed, each once', async () => {
  for (const path of PATHS.slice(0, 3)) writeFileSync(join(world.root, path), 'changed\n');
  world.write({ 'new\n"file"': '', 'un\ttracked/x y': '' });
  const open = [...PATHS.slice(0, 3), 'new\n"file"', 'un\ttracked/x y'].sort();
  expect(await repository.uncommitted()).toEqual(open);
  expect(await repository.changedSince(world.root, before!)).toEqual([...new Set([...PATHS, ...open])].sort());
});
