import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitId } from '@breakwater/model';
import { afterEach, describe, expect, it } from 'vitest';
import { gitVersion } from './git-version.js';
import { openRepository } from './open-repository.js';
import { aWorld, type World } from './testing.js';

let world: World;
afterEach(() => world.dispose());

async function refusalOf(start: string, environment = world.environment) {
  const opened = await openRepository(start, environment);
  return opened.ok ? undefined : opened.error;
}

/** An environment in which `git` is a script. */
function withGit(script: string) {
  const folder = join(world.folder, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return { ...world.environment, PATH: `${folder}:${world.environment['PATH']}` };
}

describe('openRepository', () => {
  it('finds the top of the checkout from a folder inside it', async () => {
    world = aWorld({ 'packages/api/a.ts': '' });
    const repository = await world.open(join(world.root, 'packages/api'));
    const { root, commonDirectory, bare } = repository;
    expect({ root, commonDirectory, bare }).toEqual({ root: world.root, commonDirectory: `${world.root}/.git`, bare: false });
  });

  it('opens a bare repository, from which commits can be read and worktrees made', async () => {
    world = aWorld({ 'a.txt': 'a\n' });
    const bare = join(world.folder, 'bare.git');
    world.git('clone', '--quiet', '--bare', world.root, bare);
    const repository = await world.open(bare);
    const { branch, commit } = await repository.head();
    expect({ root: repository.root, bare: repository.bare, branch }).toEqual({ root: bare, bare: true, branch: 'main' });
    expect(await repository.uncommitted()).toEqual([]);
    const path = join(world.folder, 'w', 'a');
    const made = await repository.addWorktree({ path, branch: 'breakwater/7f3a/a', base: commit!, reason: 'breakwater 7f3a a' });
    expect(made).toMatchObject({ ok: true, value: { path } });
    expect(await repository.uncommitted(path)).toEqual([]);
  });

  it('in a linked worktree of the user, head is that of the worktree', async () => {
    world = aWorld();
    const linked = join(world.folder, 'linked');
    world.git('worktree', 'add', '--quiet', '-b', 'side', linked);
    const repository = await world.open(linked);
    expect(repository).toMatchObject({ root: linked, commonDirectory: `${world.root}/.git` });
    expect((await repository.head()).branch).toBe('side');
    world.write({ 'new.txt': '' }, linked);
    expect(await repository.uncommitted()).toEqual(['new.txt']);
  });

  it('opens a path with a line break and a quote', async () => {
    world = aWorld();
    const odd = join(world.folder, ' odd\n"name\'');
    world.git('clone', '--quiet', world.root, odd);
    expect((await world.open(odd)).root).toBe(odd);
  });

  it('works with ids of SHA-256', async () => {
    world = aWorld({ 'a.txt': 'a\n' }, ['--object-format=sha256']);
    const repository = await world.open();
    const { commit } = await repository.head();
    expect(commit).toHaveLength(64);
    const made = await repository.addDetachedWorktree({ path: join(world.folder, 'w'), commit: commit!, reason: 'breakwater' });
    expect(made.ok).toBe(true);
    expect(await repository.merge(commit!, commit!)).toMatchObject({ merged: true });
    expect((await repository.tree(commit!).list()).map((entry) => entry.path)).toEqual(['a.txt']);
    expect(await repository.moveRef({ ref: 'refs/breakwater/x', from: null, to: commit! })).toEqual({ moved: true });
  });

  it('listens to no variable that names another repository', async () => {
    world = aWorld();
    const other = join(world.folder, 'other');
    world.git('clone', '--quiet', world.root, other);
    const opened = await openRepository(other, {
      ...world.environment,
      GIT_DIR: `${world.root}/.git`,
      GIT_WORK_TREE: world.root,
    });
    expect(opened).toMatchObject({ ok: true, value: { root: other } });
  });

  it('refuses a folder that is in no repository, or that is not there', async () => {
    world = aWorld();
    expect(await refusalOf(world.folder)).toMatchObject({ reason: 'repository-refused', code: 'E_REPO_NONE' });
    expect(await refusalOf(join(world.folder, 'nowhere'))).toEqual({
      reason: 'repository-refused',
      code: 'E_REPO_NONE',
      message: `${world.folder}/nowhere is not in a git repository: there is no such folder`,
      hint: 'go to a folder of the repository, or name it',
    });
  });

  it.each([
    [{ 'core.repositoryformatversion': '1', 'extensions.refstorage': 'other' }, /unknown repository extension|invalid value/],
    [{ 'core.repositoryformatversion': '9' }, /Expected git repo version <= 1, found 9/],
  ])('says that a newer git is needed for what is kept as %o', async (settings, why) => {
    world = aWorld();
    for (const [key, value] of Object.entries(settings)) world.git('config', key, value);
    const refusal = await refusalOf(world.root);
    expect(refusal).toEqual({
      reason: 'environment',
      code: 'E_GIT_VERSION',
      message: expect.stringMatching(why),
      hint: 'update git, or put the one that works with it first on the PATH',
    });
  });

  it('refuses the inside of a git directory', async () => {
    world = aWorld();
    expect(await refusalOf(`${world.root}/.git/refs`)).toMatchObject({ code: 'E_REPO_NONE' });
  });

  it('refuses a folder of someone else with the sentence of git', async () => {
    world = aWorld();
    const failing = `for a; do [ "$a" = --version ] && { echo git version 2.39.5; exit; }; done
echo "fatal: detected dubious ownership in repository at '/srv/x'" >&2; exit 128`;
    expect(await refusalOf(world.root, withGit(failing))).toMatchObject({
      code: 'E_REPO_OWNER',
      message: "fatal: detected dubious ownership in repository at '/srv/x'",
    });
  });
});

describe('gitVersion', () => {
  it('answers with major and minor number', async () => {
    world = aWorld();
    expect(await gitVersion(withGit('echo git version 3.1.0'))).toEqual({ ok: true, value: [3, 1] });
  });

  it('says when git is missing', async () => {
    world = aWorld();
    expect(await gitVersion({ PATH: '/nowhere' })).toMatchObject({ error: { reason: 'environment', code: 'E_GIT_MISSING' } });
  });

  it('says of one that does not answer that it does not', async () => {
    world = aWorld();
    const answer = await gitVersion({ ...withGit('exec sleep 600'), BREAKWATER_GIT_SECONDS: '0.3' });
    expect(answer).toMatchObject({ error: { reason: 'git-failed', command: ['--version'], exitCode: null } });
  });

  it.each(['git version 2.37.9', 'git version 1.99', 'something else'])('refuses %j', async (text) => {
    world = aWorld();
    const answer = await gitVersion(withGit(`echo ${text}`));
    expect(answer).toMatchObject({ ok: false, error: { reason: 'environment', code: 'E_GIT_VERSION' } });
    expect(answer.ok ? '' : 'message' in answer.error && answer.error.message).toContain(text);
  });
});

describe('head and resolveCommit', () => {
  it('answer nothing and a refusal when there is no commit yet', async () => {
    world = aWorld({});
    const repository = await world.open();
    expect(await repository.head()).toEqual({ branch: 'main', commit: null });
    expect(await repository.resolveCommit('HEAD')).toMatchObject({ error: { code: 'E_REPO_UNBORN' } });
    expect(await repository.resolveCommit('main')).toMatchObject({ error: { code: 'E_BASE_UNKNOWN' } });
  });

  it('tell a branch from a detached head', async () => {
    world = aWorld();
    const commit = commitId(world.git('rev-parse', 'HEAD'));
    const repository = await world.open();
    expect(await repository.head()).toEqual({ branch: 'main', commit });
    world.git('checkout', '--quiet', '--detach');
    expect(await repository.head()).toEqual({ branch: null, commit });
  });

  it('resolve branches, tags and short ids to the commit', async () => {
    world = aWorld();
    const commit = commitId(world.git('rev-parse', 'HEAD'));
    world.git('tag', '--annotate', '--message', 'one', 'v1');
    const repository = await world.open();
    for (const revision of ['HEAD', 'main', 'v1', commit.slice(0, 8), 'refs/heads/main']) {
      expect(await repository.resolveCommit(revision)).toEqual({ ok: true, value: commit });
    }
  });

  it('say no more of a name nobody knows than that it names no commit', async () => {
    world = aWorld();
    const repository = await world.open();
    expect(await repository.resolveCommit('nosuch')).toMatchObject({ error: { message: '"nosuch" names no commit' } });
  });

  it.each(['nosuch', '', '--all', '-D', 'main..main', 'main:a.txt', 'a\0b', 'HEAD\nmain'])(
    '%j names no commit',
    async (revision) => {
      world = aWorld();
      const repository = await world.open();
      expect(await repository.resolveCommit(revision)).toMatchObject({ ok: false, error: { code: 'E_BASE_UNKNOWN' } });
    },
  );
});
