import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../testing.js';

const made: World[] = [];

afterEach(() => {
  for (const world of made.splice(0)) world.dispose();
});

/** What is said about a repository that was made in some way. */
async function said(make: (world: World) => string | undefined): Promise<string | undefined> {
  const world = aWorld({ 'a.txt': 'a\n', 'docs/b.txt': 'b\n' });
  made.push(world);
  const repository = await world.open(make(world) ?? world.root);
  const { commit } = await repository.head();
  const failure = commit === null ? undefined : await repository.cloneObstacle(commit);
  return failure?.reason === 'repository-refused' ? `${failure.code} ${failure.message}` : failure?.reason;
}

const REFUSED = 'E_ISOLATION_CLONE Sessions cannot work in clones of this repository: ';

describe('a repository whose sessions can work in clones', () => {
  it('is any plain one, also one with filters that every repository of the person has', async () => {
    expect(await said(() => undefined)).toBeUndefined();
    const everywhere = (world: World): undefined => {
      world.git('config', '--global', 'filter.tidy.clean', 'cat');
      world.commit({ '.gitattributes': '*.x filter=tidy\n' });
    };
    expect(await said(everywhere)).toBeUndefined();
    const pointersOnly = (world: World): undefined => void world.commit({ '.gitattributes': '*.psd filter=lfs\n' });
    expect(await said(pointersOnly)).toBeUndefined();
  });
});

describe('a repository whose sessions cannot work in clones says why', () => {
  it('when its history is cut off, or fetched as it is looked at', async () => {
    const copy = (world: World, flag: string): string => {
      world.git('config', 'uploadpack.allowFilter', 'true');
      world.commit({ 'a.txt': 'b\n' });
      world.gitAt(world.folder, 'clone', '--quiet', flag, `file://${world.root}`, 'copy');
      return join(world.folder, 'copy');
    };
    expect(await said((world) => copy(world, '--depth=1'))).toBe(`${REFUSED}its history is cut off (shallow).`);
    expect(await said((world) => copy(world, '--filter=blob:none'))).toBe(
      `${REFUSED}it is a partial clone, which fetches objects when they are looked at.`,
    );
  });

  it('when a remote promises objects, and not where one is said not to', async () => {
    const promising = (value: string) => said((world) => void world.git('config', 'remote.origin.promisor', value));
    const partial = `${REFUSED}it is a partial clone, which fetches objects when they are looked at.`;
    expect([await promising('false'), await promising('yes'), await promising('perhaps')]).toEqual([undefined, partial, partial]);
  });

  it('when its checkout is sparse, or it has submodules', async () => {
    expect(await said((world) => void world.git('sparse-checkout', 'set', 'docs'))).toBe(`${REFUSED}its checkout is sparse.`);
    const withModule = (world: World): undefined => {
      world.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', world.root, 'libs/one');
      world.git('commit', '--quiet', '--message', 'Add a module');
    };
    expect(await said(withModule)).toBe(`${REFUSED}it has submodules, such as libs/one.`);
  });

  it('when files go through a filter that a clone would not have, wherever they are told to', async () => {
    const filtered = (world: World, name: string, scope: string): void =>
      void world.git('config', scope, `filter.${name}.clean`, 'cat');
    const crypt = (world: World): undefined => {
      filtered(world, 'crypt', '--local');
      world.commit({ 'docs/.gitattributes': '*.key filter=crypt diff=crypt\n' });
    };
    expect(await said(crypt)).toBe(`${REFUSED}files of it go through the filter crypt, which a clone has not.`);
    const here = (world: World): undefined => {
      filtered(world, 'crypt', '--local');
      world.write({ '.git/info/attributes': '*.key filter=crypt\n' });
    };
    expect(await said(here)).toBe(`${REFUSED}files of it go through the filter crypt, which a clone has not.`);
    const lfs = (world: World): undefined => {
      filtered(world, 'lfs', '--global');
      world.commit({ '.gitattributes': '*.psd filter=lfs diff=lfs merge=lfs -text\n' });
    };
    expect(await said(lfs)).toBe(`${REFUSED}files of it go through the filter lfs, which a clone has not.`);
  });
});
