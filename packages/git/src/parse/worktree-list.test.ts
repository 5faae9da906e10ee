import { expect, it } from 'vitest';
import { parseWorktreeList } from './worktree-list.js';

const id = '04f9c9b31b5c62226853ff239da9b795f13700ea';

it('reads branches, detached heads and locks', () => {
  const printed = [
    `worktree /srv/with space\0HEAD ${id}\0branch refs/heads/main\0\0`,
    `worktree /srv/new\nline\0HEAD ${id}\0branch refs/heads/breakwater/7f3a/a\0locked breakwater 7f3a a\0\0`,
    `worktree /srv/c\0HEAD ${id}\0detached\0locked\0prunable gitdir file points to non-existent location\0\0`,
  ].join('');
  expect(parseWorktreeList(printed)).toEqual([
    { path: '/srv/with space', head: id, branch: 'main', lockReason: undefined },
    { path: '/srv/new\nline', head: id, branch: 'breakwater/7f3a/a', lockReason: 'breakwater 7f3a a' },
    { path: '/srv/c', head: id, branch: undefined, lockReason: '' },
  ]);
});

it('a bare repository has no head, and neither has a branch without a commit', () => {
  const printed = `worktree /srv/x.git\0bare\0\0worktree /srv/y\0HEAD ${'0'.repeat(40)}\0branch refs/heads/main\0\0`;
  expect(parseWorktreeList(printed)).toEqual([
    { path: '/srv/x.git', head: undefined, branch: undefined, lockReason: undefined },
    { path: '/srv/y', head: undefined, branch: 'main', lockReason: undefined },
  ]);
});
