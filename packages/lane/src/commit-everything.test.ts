import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GitError } from '@breakwater/git';
import { expect, test } from 'vitest';
import { commitEverything } from './commit-everything.js';
import { aRig, writeFiles } from './lane-rig.testing.js';

async function withPlace() {
  const rig = await aRig({ 'a.txt': 'a\n', '.gitignore': 'ignored\n' });
  const place = join(rig.worktrees, 'api');
  await rig.repository.addWorktree({ path: place, branch: 'breakwater/7f3a/api', base: rig.base, reason: 'test' });
  const order = { base: rig.base, branch: 'breakwater/7f3a/api', commitMessage: 'Saved' };
  return { rig, place, order, save: () => commitEverything(rig.repository, place, order) };
}

test('nothing new, nothing saved: the tip is what it was', async () => {
  const { rig, save } = await withPlace();
  expect(await save()).toEqual({
    commit: rig.base,
    savedByUs: false,
    embedded: [],
    unreadable: [],
    unmerged: [],
    headless: undefined,
  });
});

test('what is new is committed on the branch; what is ignored is not', async () => {
  const { rig, place, save } = await withPlace();
  writeFiles(place, { 'b.txt': 'b', ignored: 'x' });
  expect(await save()).toEqual({
    commit: rig.git('rev-parse', 'breakwater/7f3a/api'),
    savedByUs: true,
    embedded: [],
    unreadable: [],
    unmerged: [],
    headless: undefined,
  });
  expect(rig.git('show', '--format=%s', '--name-only', 'breakwater/7f3a/api')).toBe('Saved\n\nb.txt');
});

test('with the index locked by a git that was killed, a snapshot holds the work and the branch stays', async () => {
  const { rig, place, save } = await withPlace();
  writeFiles(place, { 'b.txt': 'b' });
  writeFiles(rig.shop, { '.git/worktrees/api/index.lock': '' });
  const saved = await save();
  expect(saved).toMatchObject({ savedByUs: true });
  expect(rig.git('show', `${saved?.commit}:b.txt`)).toBe('b');
});

test('a commit that is reported as failed although the branch has moved is not forgotten', async () => {
  const { rig, place, order } = await withPlace();
  writeFiles(place, { 'b.txt': 'b' });
  const commitAll = async (path: string, message: string): Promise<never> => {
    await rig.repository.commitAll(path, message);
    throw new GitError({ command: ['commit'], exitCode: 128, stderr: 'fatal: no space left on device' });
  };
  const saved = await commitEverything({ ...rig.repository, commitAll }, place, order);
  expect(saved).toEqual({
    commit: rig.git('rev-parse', 'breakwater/7f3a/api'),
    savedByUs: true,
    embedded: [],
    unreadable: [],
    unmerged: [],
    headless: undefined,
  });
  expect(saved?.commit).not.toBe(rig.base);
});

test('a hook of the user’s that refuses does not keep work from being saved', async () => {
  const { rig, place, save } = await withPlace();
  writeFiles(rig.shop, { '.git/hooks/pre-commit': '#!/bin/sh\ntouch ran\nexit 1\n' });
  chmodSync(join(rig.shop, '.git/hooks/pre-commit'), 0o755);
  writeFiles(place, { 'b.txt': 'b' });
  expect(await save()).toMatchObject({ savedByUs: true });
  expect(existsSync(join(place, 'ran'))).toBe(false);
});

test('with its branch deleted, the files become a commit on top of what was committed, and the branch is made again', async () => {
  const { rig, place, save } = await withPlace();
  writeFiles(place, { 'b.txt': 'b' });
  const { commit: tip } = await rig.repository.commitAll(place, 'By the session');
  writeFiles(place, { 'b.txt': 'more' });
  rig.git('update-ref', '-d', 'refs/heads/breakwater/7f3a/api');
  const saved = await save();
  expect(saved).toMatchObject({ savedByUs: true, embedded: [], unreadable: [], unmerged: [], headless: 'branch-deleted' });
  expect(rig.git('log', '-1', '--format=%P %s', saved?.commit ?? '')).toBe(`${tip} Saved`);
  expect(rig.git('show', `${saved?.commit}:b.txt`)).toBe('more');
  expect(rig.git('rev-parse', 'breakwater/7f3a/api')).toBe(saved?.commit);
});

test('with git’s entry of the worktree deleted, they stand on the tip of the branch', async () => {
  const { rig, place, save } = await withPlace();
  writeFiles(place, { 'b.txt': 'b' });
  const { commit: tip } = await rig.repository.commitAll(place, 'By the session');
  writeFiles(place, { 'b.txt': 'more' });
  rmSync(join(rig.shop, '.git/worktrees'), { recursive: true });
  const saved = await save();
  expect(saved?.headless).toBe('broken');
  expect(rig.git('log', '-1', '--format=%P', saved?.commit ?? '')).toBe(tip);
  expect(rig.git('show', `${saved?.commit}:b.txt`)).toBe('more');
});

test('a place that is gone has nothing to save', async () => {
  const { rig, order } = await withPlace();
  expect(await commitEverything(rig.repository, join(rig.worktrees, 'web'), order)).toBeUndefined();
});
