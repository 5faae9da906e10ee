import { describe, expect, it } from 'vitest';
import { GitError } from '../git-error.js';
import { retryTransient } from './retry-transient.js';

const failing = (stderr: string) => new GitError({ command: ['x'], exitCode: 128, stderr });

/** Fails with each error in turn, then answers with how often it was tried. */
function attempts(...errors: readonly Error[]) {
  let tried = 0;
  return async () => {
    const error = errors[tried];
    tried += 1;
    if (error !== undefined) throw error;
    return tried;
  };
}

describe('retryTransient', () => {
  it.each([
    'error: unable to create temporary file: No such file or directory',
    "fatal: Unable to create '/repo/.git/index.lock': File exists.\n\nAnother git process seems to be running",
    "fatal: cannot lock ref 'refs/x': Unable to create '/repo/.git/refs/x.lock': File exists.",
    "error: cannot lock ref 'refs/heads/x'\nfatal: sorry",
    'error: could not lock config file .git/config: File exists',
    'fatal: failed to read /repo/.git/worktrees/a/commondir: Success',
    'error: unable to write loose object file: No such file or directory',
  ])('tries again after: %s', async (stderr) => {
    expect(await retryTransient(attempts(failing(stderr), failing(stderr)))).toBe(3);
  });

  it.each([
    `fatal: cannot lock ref 'refs/x': is at ${'1'.repeat(40)} but expected ${'2'.repeat(40)}`,
    "fatal: cannot lock ref 'refs/x': reference already exists",
    "fatal: cannot lock ref 'refs/x': Unable to create '/repo/.git/refs/x.lock': Permission denied",
    'error: insufficient permission for adding an object to repository database',
    'fatal: bad object',
    '',
  ])('takes this for an answer: %s', async (stderr) => {
    await expect(retryTransient(attempts(failing(stderr)))).rejects.toThrow(failing(stderr).message);
  });

  it('gives up at the fifth failure', async () => {
    const error = failing('unable to create temporary file');
    expect(await retryTransient(attempts(error, error, error, error))).toBe(5);
    await expect(retryTransient(attempts(error, error, error, error, error))).rejects.toBe(error);
  });

  it('does not repeat what failed for a reason of our own', async () => {
    const bug = new Error('unable to create temporary file');
    await expect(retryTransient(attempts(bug))).rejects.toBe(bug);
  });
});
