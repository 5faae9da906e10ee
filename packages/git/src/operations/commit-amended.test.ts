import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let head: CommitId;
let worktree: string;
beforeEach(async () => {
  world = aWorld({ 'gen/a.ts': 'old\n', 'gen/gone.ts': '', 'src.ts': 'src\n', '.gitignore': 'kept\n' });
  repository = await world.open();
  head = commitId(world.git('rev-parse', 'HEAD'));
  worktree = join(world.folder, 'w', 'verify');
  await repository.addDetachedWorktree({ path: worktree, commit: head, reason: 'breakwater 7f3a verify' });
});
afterEach(() => world.dispose());

const isGenerated = (path: string) => path.startsWith('gen/');

it('holds the wanted files as they lie there, and names what else differs', async () => {
  world.write({ 'gen/a.ts': 'new\n', 'gen/b [x].ts': 'b\n', 'src.ts': 'touched\n', log: '', kept: '' }, worktree);
  world.gitAt(worktree, 'rm', '--quiet', 'gen/gone.ts');
  world.gitAt(worktree, 'add', 'src.ts');
  const status = world.gitAt(worktree, 'status', '--porcelain');
  const { commit, left } = await repository.commitAmended(worktree, isGenerated);
  expect(left).toEqual(['log', 'src.ts']);
  expect(world.git('diff', '--name-status', head, commit)).toBe('M\tgen/a.ts\nA\tgen/b [x].ts\nD\tgen/gone.ts');
  expect(world.gitAt(worktree, 'status', '--porcelain')).toBe(status);
  expect(world.git('for-each-ref', '--contains', commit)).toBe('');
});

it('keeps parents, message and dates, so that the same content is the same commit', async () => {
  world.write({ 'gen/a.ts': 'new\n' }, worktree);
  const { commit } = await repository.commitAmended(worktree, isGenerated);
  const format = '--format=%P|%an %ae %at|%cn %ce %ct|%B';
  expect(world.git('log', '-1', format, commit)).toBe(world.git('log', '-1', format, head));
  expect((await repository.commitAmended(worktree, isGenerated)).commit).toBe(commit);
});

it('is the commit itself when none of them differs', async () => {
  world.write({ 'src.ts': 'touched\n' }, worktree);
  expect(await repository.commitAmended(worktree, isGenerated)).toEqual({ commit: head, left: ['src.ts'] });
});
