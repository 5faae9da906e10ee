import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { commitId } from '@breakwater/model';
import { afterEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../testing.js';

let world: World;
afterEach(() => world.dispose());

/** A clone of the world without any content of a file, and what it knows of it. */
function aPartialClone(settings: readonly string[] = []) {
  world.git('config', 'uploadpack.allowFilter', 'true');
  const root = join(world.folder, 'partial');
  world.gitAt(world.folder, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${world.root}`, root);
  for (const setting of settings) world.gitAt(root, 'config', setting, 'true');
  const git = (...args: readonly string[]) => world.gitAt(root, ...args);
  const missing = () => git('rev-list', '--objects', '--all', '--missing=print').match(/^\?/gm)?.length ?? 0;
  const packs = () => Number(/^packs: (\d+)$/m.exec(git('count-objects', '-v'))?.[1]);
  const user = () => [git('config', '--list', '--local'), git('for-each-ref'), git('rev-parse', '--verify', '-q', 'HEAD')];
  const sizes = async () => {
    const tree = (await world.open(root)).tree(commitId(git('rev-parse', 'HEAD')));
    return tree.sizes((await tree.list()).map(({ blob }) => blob));
  };
  return { git, missing, packs, user, sizes };
}

const FILES = { 'a.txt': 'a\n', 'b/b.txt': 'two\n', 'b/empty.txt': '' };

describe('contents that a partial clone left with its remote', () => {
  it.each([['sha1'], ['sha256']])('are brought all at once, and nothing of the user changes: %s', async (format) => {
    world = aWorld(FILES, [`--object-format=${format}`]);
    const { missing, packs, user, sizes } = aPartialClone(['fetch.prune', 'fetch.writeCommitGraph']);
    const [before, held] = [user(), packs()];
    expect(missing()).toBe(3);
    expect(await sizes()).toEqual([2, 4, 0]);
    expect([missing(), packs() - held, user()]).toEqual([0, 1, before]);
  });

  it('come without a filter being written where the configuration names none', async () => {
    world = aWorld(FILES);
    const { git, user, sizes } = aPartialClone();
    git('config', '--unset', 'remote.origin.partialCloneFilter');
    const before = user();
    await sizes();
    expect(user()).toEqual(before);
  });

  it('come from another remote where the first has gone', async () => {
    world = aWorld(FILES);
    const { git, sizes } = aPartialClone();
    git('remote', 'add', 'second', `file://${world.root}`);
    git('config', 'remote.second.promisor', 'true');
    git('config', 'remote.origin.url', join(world.folder, 'nowhere'));
    expect(await sizes()).toEqual([2, 4, 0]);
  });

  it('are refused by name where the remote has gone', async () => {
    world = aWorld(FILES);
    const { sizes } = aPartialClone();
    renameSync(world.root, join(world.folder, 'gone'));
    await expect(sizes()).rejects.toThrow(/could not fetch [0-9a-f]{40} from promisor remote/);
  });
});
