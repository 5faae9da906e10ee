import { readFile } from 'node:fs/promises';
import { GitError } from '@breakwater/git';
import { JournalError } from '@breakwater/journal';
import { expect, it } from 'vitest';
import { expectedFailure } from './expected-failure.js';

it('shows what git said when it refused something that should have worked', () => {
  const failed = { command: ['update-ref', '--stdin'], exitCode: 128, stderr: 'fatal: no space\n' };
  expect(expectedFailure(new GitError(failed))).toEqual({ reason: 'git-failed', ...failed });
});

it.each([
  'fatal: unable to write loose object file: No space left on device',
  "cannot update ref 'refs/x': couldn't write '/r/.git/refs/x.lock'",
  "fatal: sha1 file '/r/.git/index.lock' write error. Out of diskspace",
  'fatal: unable to write new_index file',
  "fatal: Unable to create '/r/.git/x.lock': Read-only file system",
  'error: insufficient permission: Permission denied',
])('takes what git says of the disk for a matter of the disk: %s', (stderr) => {
  const failure = expectedFailure(new GitError({ command: ['update-ref'], exitCode: 128, stderr }));
  expect(failure).toMatchObject({ reason: 'environment', code: 'E_DISK', message: `git update-ref failed: ${stderr}` });
});

it('takes a program that git may not start for what it is', () => {
  const stderr = 'error: cannot run lfs: Permission denied';
  expect(expectedFailure(new GitError({ command: ['add'], exitCode: 1, stderr }))).toMatchObject({ reason: 'git-failed' });
});

it('takes a journal that cannot be written for a matter of the disk', () => {
  const cause = new Error('no space left');
  const message = 'the journal x cannot be written: no space left';
  const failure = expectedFailure(
    new JournalError({ reason: 'environment', code: 'E_JOURNAL_WRITE', message, hint: 'make room' }, cause),
  );
  expect(failure).toMatchObject({ reason: 'environment', code: 'E_JOURNAL_WRITE', message });
});

it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EMFILE'])('takes %s for a matter of the disk', (code) => {
  const error = Object.assign(new Error(`${code}: it did not work`), { code });
  expect(expectedFailure(error)).toMatchObject({ reason: 'environment', code: 'E_DISK', message: `${code}: it did not work` });
});

it('takes all else for a bug, also what looks alike', async () => {
  const missing: unknown = await readFile('/no/such/file').catch((error: unknown) => error);
  const others = [missing, new TypeError('x is undefined'), { code: 'ENOSPC' }, 'ENOSPC', undefined, null];
  expect(others.map(expectedFailure)).toEqual(others.map(() => undefined));
});
