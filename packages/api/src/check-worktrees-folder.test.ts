import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { checkWorktreesFolder } from './check-worktrees-folder.js';

it('accepts a folder that is there and one that can be made', async () => {
  const folder = tempFolder();
  expect(await checkWorktreesFolder(folder)).toEqual({ ok: true, value: undefined });
  expect(await checkWorktreesFolder(join(folder, 'not', 'yet'))).toEqual({ ok: true, value: undefined });
});

it.each(['', 'a/b'])('refuses a file in the way, before %j', async (below) => {
  const file = join(tempFolder(), 'shop.breakwater');
  writeFileSync(file, 'mine\n');
  const checked = await checkWorktreesFolder(join(file, below));
  expect(checked).toMatchObject({ ok: false, error: { reason: 'repository-refused', code: 'E_WORKTREE_ROOT' } });
});

it('says why a path cannot be looked at', async () => {
  const folder = tempFolder();
  symlinkSync('loop', join(folder, 'loop'));
  expect(await checkWorktreesFolder(join(folder, 'loop', 'a'))).toMatchObject({
    ok: false,
    error: { message: `No worktree can be made below ${join(folder, 'loop', 'a')}: ELOOP` },
  });
});
