import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, expect, it } from 'vitest';
import { aWorld, type World } from '../testing.js';

const worlds: World[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.dispose();
});

function start(files?: Readonly<Record<string, string>>): World {
  const world = aWorld(files);
  worlds.push(world);
  return world;
}

async function log(world: World, most = 10, at = world.root): Promise<readonly string[]> {
  const repository = await world.open(at);
  const commits = await repository.history(commitId(world.gitAt(at, 'rev-parse', 'HEAD'))).read(most);
  return commits.map(({ message, paths }) => `${message.trim()}: ${paths.join(' ')}`);
}

it('reads the newest commits first, with what each changed, removals and both ends of a rename', async () => {
  const world = start({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
  world.git('mv', 'a.txt', 'ä ö.txt');
  world.commit({ 'b.txt': 'bb\n' });
  world.git('rm', '-q', 'b.txt');
  world.commit({});
  world.commit({});
  expect(await log(world)).toEqual([
    'change: ',
    'change: b.txt',
    'change b.txt: a.txt b.txt ä ö.txt',
    'change a.txt b.txt: a.txt b.txt',
  ]);
  expect(await log(world, 2)).toEqual(['change: ', 'change: b.txt']);
});

it('stops before a commit that is known, also one that came in by a merge, and not for one that is gone', async () => {
  const world = start();
  world.git('checkout', '-q', '-b', 'side');
  const known = world.commit({ 'x.txt': 'x\n' });
  world.git('checkout', '-q', 'main');
  world.git('merge', '-q', '--no-ff', '-m', 'Merge', 'side');
  const tip = world.commit({ 'a.txt': 'aa\n' });
  const { read } = (await world.open()).history(tip);
  const subjects = async (from?: CommitId) => (await read(10, from)).map(({ message }) => message.trim());
  expect(await subjects(known)).toEqual(['change a.txt', 'Merge']);
  expect(await subjects(tip)).toEqual([]);
  expect(await subjects(commitId('1'.repeat(40)))).toEqual(['change a.txt', 'Merge', 'change a.txt']);
});

it('tells the first parent of each commit, and whether the clone was cut short', async () => {
  const world = start();
  const tip = world.commit({ 'b.txt': 'b\n' });
  const history = (await world.open()).history(tip);
  const [newest, oldest] = await history.read(10);
  expect([newest?.parent, oldest?.parent, await history.isShallow()]).toEqual([oldest?.commit, undefined, false]);
  world.gitAt(world.folder, 'clone', '-q', '--depth', '1', `file://${world.root}`, 'shallow');
  expect(await (await world.open(join(world.folder, 'shallow'))).history(tip).isShallow()).toBe(true);
});

it('takes a merge for what its branch brought', async () => {
  const world = start();
  world.git('checkout', '-q', '-b', 'side');
  world.commit({ 'x.txt': 'x\n' });
  world.commit({ 'y.txt': 'y\n' });
  world.git('checkout', '-q', 'main');
  world.commit({ 'a.txt': 'aa\n' });
  world.git('merge', '-q', '--no-ff', '-m', 'Merge the side', 'side');
  expect(await log(world)).toEqual(['Merge the side: x.txt y.txt', 'change a.txt: a.txt', 'change a.txt: a.txt']);
});

it('reads a shallow clone as far as it goes, and a bare one', async () => {
  const world = start();
  world.commit({ 'b.txt': 'b\n' });
  world.commit({ 'c.txt': 'c\n' });
  world.gitAt(world.folder, 'clone', '-q', '--depth', '2', `file://${world.root}`, 'shallow');
  world.gitAt(world.folder, 'clone', '-q', '--bare', world.root, 'bare.git');
  expect(await log(world, 10, join(world.folder, 'shallow'))).toEqual(['change c.txt: c.txt', 'change b.txt: a.txt b.txt']);
  expect(await log(world, 10, join(world.folder, 'bare.git'))).toHaveLength(3);
});

it('is not changed by how the user likes a log to look, and starts nothing for it', async () => {
  const world = start({ 'a.txt': 'a\n', 'b.txt': 'b\n', '.gitattributes': '*.txt diff=loud\n' });
  const plain = await log(world);
  const mark = join(world.folder, 'mark');
  const settings = {
    'log.showSignature': 'true',
    'gpg.program': `touch ${mark}`,
    'diff.external': `touch ${mark};`,
    'diff.loud.textconv': `touch ${mark};`,
    'diff.orderFile': 'order',
    'diff.renames': 'copies',
    'color.ui': 'always',
    'log.decorate': 'full',
    'format.pretty': 'oneline',
    'log.diffMerges': 'off',
    'core.pager': `touch ${mark}`,
  };
  for (const [name, value] of Object.entries(settings)) world.git('config', name, value);
  world.write({ order: 'b.txt\n' });
  expect(await log(world)).toEqual(plain);
  expect(() => world.gitAt(world.folder, 'hash-object', mark)).toThrow();
});
