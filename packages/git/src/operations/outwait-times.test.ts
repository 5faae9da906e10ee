import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

const DOS = 'one\r\ntwo\r\n';

let world: World;
let repository: Repository;
let base: CommitId;
beforeEach(async () => {
  world = aWorld({ 'a.txt': 'a\n', 'app.sln': DOS });
  world.write({ '.gitattributes': '*.sln text eol=crlf\n' });
  world.git('add', '.gitattributes');
  world.git('commit', '--quiet', '--message', 'say how lines end, and change no file');
  base = commitId(world.git('rev-parse', 'HEAD'));
  repository = await world.open();
});
afterEach(() => world.dispose());

const at = (name: string) => join(world.folder, 'w', name);

describe('where files are committed otherwise than their attributes say', () => {
  it('a worktree shows none of them as changed, and a session that adds everything commits only its own', async () => {
    await repository.addWorktree({ path: at('a'), branch: 'breakwater/7f3a/a', base, reason: 'breakwater 7f3a a' });
    expect(world.gitAt(at('a'), 'status', '--porcelain')).toBe('');
    world.write({ 'a.txt': 'b\n' }, at('a'));
    world.gitAt(at('a'), 'add', '--all');
    expect(world.gitAt(at('a'), 'diff', '--cached', '--name-only')).toBe('a.txt');
  });

  it('what a session left is committed without them', async () => {
    await repository.addWorktree({ path: at('a'), branch: 'breakwater/7f3a/a', base, reason: 'breakwater 7f3a a' });
    world.write({ 'a.txt': 'b\n' }, at('a'));
    const { commit } = await repository.commitAll(at('a'), 'work');
    expect((await repository.changes(base, commit)).map(({ path }) => path)).toEqual(['a.txt']);
  });

  it('neither does a place of verification, made or moved', async () => {
    await repository.addDetachedWorktree({ path: at('v'), commit: base, reason: 'breakwater' });
    expect(world.gitAt(at('v'), 'status', '--porcelain')).toBe('');
    world.write({ 'new.sln': 'new\r\n', '.gitattributes': '' });
    world.git('add', '--all');
    world.write({ '.gitattributes': '*.sln text eol=crlf\n' });
    world.git('add', '.gitattributes');
    world.git('commit', '--quiet', '--message', 'another');
    const commit = commitId(world.git('rev-parse', 'HEAD'));
    await repository.addDetachedWorktree({ path: at('v'), commit, reason: 'breakwater' });
    expect(world.gitAt(at('v'), 'status', '--porcelain')).toBe('');
  });
});
