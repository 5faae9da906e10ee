import { mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRepository } from './find-repository.js';
import { aWorld, type World } from './testing.js';

let world: World;
beforeEach(() => {
  world = aWorld({ 'packages/api/a.ts': '' });
});
afterEach(() => world.dispose());

async function found(start: string, environment = world.environment) {
  const { ok, ...rest } = await findRepository(start, environment);
  if (!ok || !('value' in rest)) return rest;
  const { root, directory, commonDirectory, bare } = rest.value;
  return { root, directory, commonDirectory, bare };
}

/** The same git, told beforehand what to say when a script lets it. */
function before(script: string) {
  const folder = join(world.folder, 'bin');
  mkdirSync(folder);
  const real = join(world.git('--exec-path'), 'git');
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\nexec '${real}' "$@"\n`, { mode: 0o755 });
  return { ...world.environment, PATH: `${folder}:${world.environment['PATH']}` };
}

const checkout = (root: string, directory = `${root}/.git`) => ({
  root,
  directory,
  commonDirectory: `${world.root}/.git`,
  bare: false,
});

describe('the repository around a folder', () => {
  it('is the same from its top, from a folder in it, and through a link to either', async () => {
    const link = join(world.folder, 'link');
    symlinkSync(join(world.root, 'packages'), link);
    const starts = [world.root, join(world.root, 'packages/api'), link, join(link, 'api')];
    expect(await Promise.all(starts.map((start) => found(start)))).toEqual(starts.map(() => checkout(world.root)));
  });

  it('has one common directory, and one of their own for linked worktrees, whatever is in their path', async () => {
    const linked = join(world.folder, 'linked\nwith "quotes"');
    world.git('worktree', 'add', '--quiet', '--detach', linked);
    const [entry] = readdirSync(join(world.root, '.git/worktrees'));
    expect(await found(linked)).toEqual(checkout(linked, `${world.root}/.git/worktrees/${entry}`));
  });

  it('is the innermost: a submodule is one of its own', async () => {
    world.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', world.root, 'lib');
    const directory = `${world.root}/.git/modules/lib`;
    expect(await found(join(world.root, 'lib'))).toEqual({
      ...checkout(join(world.root, 'lib'), directory),
      commonDirectory: directory,
    });
  });

  it('may be bare, also seen from a folder in it', async () => {
    const bare = join(world.folder, 'bare.git');
    world.git('clone', '--quiet', '--bare', world.root, bare);
    const expected = { root: bare, directory: bare, commonDirectory: bare, bare: true };
    expect([await found(bare), await found(join(bare, 'objects'))]).toEqual([expected, expected]);
  });
});

describe('none is found', () => {
  const none = (start: string, why: string) => ({
    error: {
      reason: 'repository-refused',
      code: 'E_REPO_NONE',
      message: `${start} is not in a git repository: ${why}`,
      hint: 'go to a folder of the repository, or name it',
    },
  });

  it('where there is no folder, or a file', async () => {
    const [gone, file] = [join(world.folder, 'gone'), join(world.root, 'packages/api/a.ts')];
    const why = 'there is no such folder';
    expect([await found(gone), await found(file)]).toEqual([none(gone, why), none(file, why)]);
  });

  it('outside of every repository, and inside a git directory', async () => {
    const outside = realpathSync(world.folder);
    expect(await found(outside)).toEqual(none(outside, 'not a git repository (or any of the parent directories): .git'));
    const inside = join(world.root, '.git/objects');
    expect(await found(inside)).toEqual(none(inside, 'it is inside the git directory'));
  });
});

it('a git that was killed says nothing about the folder', async () => {
  const environment = before('case "$*" in *rev-parse*) kill -9 $$;; esac');
  expect(await found(world.root, environment)).toMatchObject({ error: { reason: 'git-failed', exitCode: null } });
});
