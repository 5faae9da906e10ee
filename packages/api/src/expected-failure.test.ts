import { readFile } from 'node:fs/promises';
import { GitError } from '@breakwater/git';
import { expect, it } from 'vitest';
import { expectedFailure } from './expected-failure.js';

it('shows what git said when it refused something that should have worked', () => {
  const failed = { command: ['update-ref', '--stdin'], exitCode: 128, stderr: 'fatal: no space\n' };
  expect(expectedFailure(new GitError(failed))).toEqual({ reason: 'git-failed', ...failed });
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
