import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitVersion, isAtLeast } from './git-version.js';
import { aWorld, type World } from './testing.js';

let world: World;
beforeEach(() => {
  world = aWorld({});
});
afterEach(() => world.dispose());

/** What is found where `git` is a script. */
function versionOf(script: string) {
  const folder = join(world.folder, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return gitVersion({ ...world.environment, PATH: `${folder}:${world.environment['PATH']}` });
}

describe('the version of git', () => {
  it('is enough from the first that merges without a checkout', async () => {
    expect(await versionOf('echo git version 2.38.0')).toEqual({ ok: true, value: [2, 38] });
  });

  it.each([
    ['echo git version 2.37.9', 'found "git version 2.37.9"'],
    ['true', 'found none that tells its version'],
    [`printf '%0100d' 0`, `found "${'0'.repeat(80)}"`],
  ])('that %s tells is too old or none, which is said with what to do', async (script, found) => {
    const message = `git 2.38 or newer is needed, ${found}`;
    const hint = 'update git, or put a newer one first on the PATH';
    const error = { reason: 'environment', code: 'E_GIT_VERSION', message, hint };
    expect(await versionOf(script)).toEqual({ ok: false, error });
  });

  it('is not guessed of a git that was killed', async () => {
    const error = { reason: 'git-failed', command: ['--version'], exitCode: null, stderr: 'no luck' };
    expect(await versionOf('echo no luck >&2; kill -9 $$')).toEqual({ ok: false, error });
  });

  it('is asked of the git on the given search path, and of none where there is none', async () => {
    const PATH = join(world.folder, 'nothing');
    const hint = 'install git 2.38 or newer and put it on the PATH';
    const error = { reason: 'environment', code: 'E_GIT_MISSING', message: expect.stringContaining('ENOENT'), hint };
    expect(await gitVersion({ ...world.environment, PATH })).toEqual({ ok: false, error });
  });
});

it.each([
  [[2, 38], true],
  [[2, 39], true],
  [[3, 0], true],
  [[2, 37], false],
  [[1, 99], false],
] as const)('%j is at least 2.38: %s', (version, isEnough) => {
  expect(isAtLeast(version, [2, 38])).toBe(isEnough);
});
