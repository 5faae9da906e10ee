import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRepository } from './create-repository.js';

it('makes one commit of everything on the branch asked for, also where no identity is configured', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'create-'));
  const environment = { PATH: process.env['PATH'], HOME: folder };
  writeFileSync(join(folder, 'a.txt'), 'a\n');
  expect(await createRepository(folder, { branch: 'main', message: 'Begin' }, environment)).toEqual({
    ok: true,
    value: undefined,
  });
  const log = execFileSync('git', ['log', '--format=%D|%s', '--name-only'], { cwd: folder, encoding: 'utf8', env: environment });
  expect(log).toBe('HEAD -> main|Begin\n\na.txt\n');
  rmSync(folder, { recursive: true });
});
