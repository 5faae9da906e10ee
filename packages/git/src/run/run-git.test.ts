import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitError } from '../git-error.js';
import { aWorld, type World } from '../testing.js';
import { readingGitIn } from './read-git.js';
import { type GitPlace, gitIn, textOf } from './run-git.js';

let world: World;
beforeEach(() => {
  world = aWorld();
});
afterEach(() => world.dispose());

/** A place where `git` is a script; it finds the real one as $REAL, and a counter file as $COUNT. */
function placeWith(script: string): GitPlace {
  const folder = join(world.folder, 'bin');
  mkdirSync(folder, { recursive: true });
  const real = world.gitAt(world.root, '--exec-path');
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  const environment = { ...world.environment, PATH: `${folder}:${world.environment['PATH']}`, REAL: join(real, 'git') };
  return { cwd: world.root, environment: { ...environment, COUNT: join(world.folder, 'count') }, flags: [] };
}

const real = (): GitPlace => ({ cwd: world.root, environment: world.environment, flags: [] });

async function failureOf(promise: Promise<unknown>): Promise<GitError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(GitError);
  return error as GitError;
}

describe('gitIn', () => {
  it('feeds standard input and answers with bytes', async () => {
    const answer = await gitIn(real())(['hash-object', '--stdin'], { stdin: 'hello\n' });
    expect(textOf(answer)).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });

  it('answers with exit codes that were named as answers', async () => {
    const answer = await gitIn(real())(['rev-parse', '--quiet', '--verify', 'nosuch'], { accept: [0, 1] });
    expect(answer.exitCode).toBe(1);
  });

  it('throws what git said for every other code', async () => {
    const error = await failureOf(gitIn(real())(['cat-file', 'blob', 'nosuch']));
    expect(error.failure).toEqual({
      reason: 'git-failed',
      command: ['cat-file', 'blob', 'nosuch'],
      exitCode: 128,
      stderr: 'fatal: Not a valid object name nosuch\n',
    });
    expect(error.message).toBe('git cat-file failed: fatal: Not a valid object name nosuch');
  });

  it('kills a git that hangs, and does not wait for a grandchild that holds its output', async () => {
    const place = placeWith('setsid sleep 5 & sleep 5');
    const started = performance.now();
    const error = await failureOf(gitIn(place)(['status'], { limit: 300 }));
    expect(performance.now() - started).toBeLessThan(3000);
    expect(error.failure).toMatchObject({ exitCode: null });
    expect(error.stderr).toContain('killed after 0.3 s');
  });

  it('tries again what failed because another git was at work', async () => {
    const transient = "fatal: Unable to create '/x/index.lock': File exists.";
    const place = placeWith(
      `echo x >> $COUNT; [ $(wc -l < $COUNT) -ge 3 ] && exec $REAL "$@"; echo "${transient}" >&2; exit 128`,
    );
    expect(textOf(await gitIn(place)(['rev-parse', '--is-bare-repository']))).toBe('false');
    expect(readFileSync(join(world.folder, 'count'), 'utf8')).toBe('x\nx\nx\n');
  });

  it('takes a failure that passes for no answer, even with a code that is one, and begins a stream anew that gave nothing yet', async () => {
    const place = placeWith(
      `echo x >> $COUNT; [ $(wc -l < $COUNT) -ge 2 ] && exec $REAL "$@"; echo "fatal: Unable to create '/x/HEAD.lock': File exists." >&2; exit 1`,
    );
    const chunks: Buffer[] = [];
    const call = { accept: [0, 1], onStdout: (chunk: Buffer) => void chunks.push(chunk) };
    await gitIn(place)(['rev-parse', '--is-bare-repository'], call);
    expect(Buffer.concat(chunks).toString()).toBe('false\n');
  });

  it.each([
    ['five times what passes', 'write-tree', 'error: unable to create temporary file', 5],
    ['twice what can do no harm', 'write-tree', 'fatal: bad object', 2],
    ['once what moves something', 'update-ref', 'fatal: bad object', 1],
  ])('tries %s', async (_, command, says, times) => {
    await failureOf(gitIn(placeWith(`echo x >> $COUNT; echo "${says}" >&2; exit 1`))([command]));
    expect(readFileSync(join(world.folder, 'count'), 'utf8')).toBe('x\n'.repeat(times));
  });

  it('says so when git is not there', async () => {
    const place = { ...real(), environment: { ...world.environment, PATH: '/nowhere' } };
    expect((await failureOf(gitIn(place)(['status']))).message).toContain('ENOENT');
  });
});

describe('readingGitIn', () => {
  it('answers with text, under the flags of the place and the hardened settings', async () => {
    const read = readingGitIn({ ...real(), cwd: world.folder, flags: [`--git-dir=${world.root}/.git`] });
    expect(await read(['rev-parse', '--verify', 'main'])).toBe(`${world.git('rev-parse', 'main')}\n`);
    expect(await read(['config', 'core.hooksPath'])).toBe('/dev/null\n');
  });

  it.each([
    ['ends with 1 and says nothing', 'exit 1', 1, ''],
    ['is killed and says nothing', 'kill -9 $$', null, ''],
    ['ends with 128', 'echo fatal: no >&2; exit 128', 128, 'fatal: no\n'],
  ])('throws when git %s', async (_, script, exitCode, stderr) => {
    const error = await failureOf(readingGitIn(placeWith(script))(['for-each-ref']));
    expect(error.failure).toEqual({ reason: 'git-failed', command: ['for-each-ref'], exitCode, stderr });
  });

  it('kills one that hangs with what it started, asks once more, and then says so', async () => {
    const place = placeWith('echo $$ >> $COUNT; setsid sleep 600 & echo $! >> $COUNT; sleep 600');
    const error = await failureOf(readingGitIn(place, 300)(['for-each-ref']));
    expect(error.failure).toMatchObject({
      exitCode: null,
      stderr: 'killed after 0.3 s without a word; BREAKWATER_GIT_SECONDS gives git longer',
    });
    const pids = readFileSync(join(world.folder, 'count'), 'utf8').trim().split('\n');
    expect(pids).toHaveLength(4);
    await expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}/cwd`))).toEqual([]);
  });

  it('believes a failure that tells nothing only when it comes twice', async () => {
    const place = placeWith('echo x >> $COUNT; [ $(wc -l < $COUNT) -ge 2 ] && exec $REAL "$@"; kill -9 $$');
    expect(await readingGitIn(place)(['rev-parse', '--is-bare-repository'])).toBe('false\n');
  });
});
