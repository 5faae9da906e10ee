import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../testing.js';

let world: World;
afterEach(() => world.dispose());

/** Two branches from one commit, each with its own files; the checkout ends on main. */
function twoBranches(base: Record<string, string>, ours: Record<string, string>, theirs: Record<string, string>) {
  world = aWorld(base);
  world.git('switch', '--quiet', '--create', 'theirs');
  const their = world.commit(theirs);
  world.git('switch', '--quiet', 'main');
  return { our: world.commit(ours), their };
}

describe('merge', () => {
  it('merges what touches different lines, without a checkout', async () => {
    const { our, their } = twoBranches(
      { 'a.txt': '1\n2\n3\n4\n5\n' },
      { 'a.txt': 'one\n2\n3\n4\n5\n' },
      { 'a.txt': '1\n2\n3\n4\nfive\n' },
    );
    const before = world.fingerprint();
    const repository = await world.open();
    const merged = await repository.merge(our, their);
    if (!merged.merged) throw new Error('conflict');
    expect(world.git('cat-file', 'blob', `${merged.tree}:a.txt`)).toBe('one\n2\n3\n4\nfive');
    expect(world.fingerprint()).toEqual(before);
  });

  it('names the paths that clash, whatever their names, and says why', async () => {
    const names = ['plain.txt', 'with space.txt', 'new\nline.txt', 'ünï.txt', '"quoted".txt'];
    const all = (text: string) => Object.fromEntries(names.map((name) => [name, text]));
    const { our, their } = twoBranches(all('base\n'), all('ours\n'), { ...all('theirs\n'), 'fine.txt': '' });
    const merged = await (await world.open()).merge(our, their);
    expect(merged).toMatchObject({ merged: false, paths: [...names].sort() });
    expect(merged.merged ? [] : merged.messages).toContain('CONFLICT (content): Merge conflict in plain.txt');
  });

  it('a file deleted here and changed there clashes', async () => {
    const { our, their } = twoBranches({ 'a.txt': '1\n', 'b.txt': '' }, { 'b.txt': 'x' }, { 'a.txt': '2\n' });
    world.git('rm', '--quiet', 'a.txt');
    const deleted = world.commit({});
    expect(deleted).not.toBe(our);
    expect(await (await world.open()).merge(deleted, their)).toMatchObject({ merged: false, paths: ['a.txt'] });
  });

  it('a new file in a folder that the other side renamed is a question, whatever the user has configured', async () => {
    world = aWorld({ 'old/a.txt': 'a\n', 'old/b.txt': 'b\n' });
    world.git('config', 'merge.directoryRenames', 'true');
    world.git('switch', '--quiet', '--create', 'theirs');
    const their = world.commit({ 'old/c.txt': 'c\n' });
    world.git('switch', '--quiet', 'main');
    world.git('mv', 'old', 'new');
    const our = world.commit({});
    expect(await (await world.open()).merge(our, their)).toMatchObject({ merged: false, paths: ['new/c.txt'] });
  });

  it('an unknown commit is an error and no conflict', async () => {
    world = aWorld();
    const repository = await world.open();
    const { commit } = await repository.head();
    await expect(repository.merge(commit!, commitId('1'.repeat(40)))).rejects.toThrow('git merge-tree failed');
  });

  it('histories without a common commit are an error', async () => {
    world = aWorld();
    const { commit } = await (await world.open()).head();
    world.git('checkout', '--quiet', '--orphan', 'island');
    const island = world.commit({ 'a.txt': 'other\n' });
    await expect((await world.open()).merge(commit!, island)).rejects.toThrow('unrelated histories');
  });
});

describe('commitTree', () => {
  const message = 'Integrate order-api\n\nBreakwater-Task: order-api\n';

  async function commitOf(parents: readonly CommitId[]) {
    const repository = await world.open();
    const tree = world.git('rev-parse', `${parents[0]}^{tree}`);
    return repository.commitTree({ tree, parents, message, time: 1_750_000_000 });
  }

  it('the same input gives the same commit, with the parents in order', async () => {
    const { our, their } = twoBranches({ 'a.txt': '' }, { 'b.txt': '' }, { 'c.txt': '' });
    const commit = await commitOf([our, their]);
    expect(await commitOf([our, their])).toBe(commit);
    expect(world.git('log', '-1', '--format=%P|%an|%ae|%at|%cn|%ct|%B', commit)).toBe(
      `${our} ${their}|Ann|ann@example.org|1750000000|Ann|1750000000|${message.trimEnd()}`,
    );
    expect(world.git('branch', '--contains', commit)).toBe('');
  });

  it('signs nothing and keeps the message, whatever the user has configured', async () => {
    const { our } = twoBranches({ 'a.txt': '' }, { 'b.txt': '' }, { 'c.txt': '' });
    const plain = await commitOf([our]);
    world.git('config', 'commit.gpgSign', 'true');
    world.git('config', 'gpg.program', '/bin/false');
    world.git('config', 'commit.template', '/nowhere');
    world.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    expect(await commitOf([our])).toBe(plain);
  });

  it('keeps to the name there was first, whatever a session writes into the configuration', async () => {
    const { our } = twoBranches({ 'a.txt': '' }, { 'b.txt': '' }, { 'c.txt': '' });
    const repository = await world.open();
    const commit = () =>
      repository.commitTree({ tree: world.git('rev-parse', `${our}^{tree}`), parents: [our], message: 'm', time: 1 });
    const before = await commit();
    world.git('config', 'user.name', 'Somebody Else');
    expect(await commit()).toBe(before);
    expect(world.git('log', '-1', '--format=%an', before)).toBe('Ann');
  });

  it('a user without a name gets a neutral one, and no guess from the name of the host', async () => {
    world = aWorld();
    world.git('config', '--global', '--unset', 'user.name');
    const repository = await world.open();
    expect(await repository.identity()).toEqual({ name: 'Breakwater', email: 'breakwater@localhost' });
    const { commit } = await repository.head();
    expect(world.git('log', '-1', '--format=%an <%ae>', await commitOf([commit!]))).toBe('Breakwater <breakwater@localhost>');
  });
});
