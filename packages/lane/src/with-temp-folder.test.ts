import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runId } from '@breakwater/model';
import { expect, test } from 'vitest';
import { aRig, RUN, tempFolder } from './lane-rig.testing.js';
import { removeTempFolders, withTempFolder } from './with-temp-folder.js';

async function setting(TMPDIR: string) {
  return { environment: { TMPDIR }, repository: (await aRig()).repository };
}

test('it is private, lies in the person’s temporary folder, and goes with the work', async () => {
  const TMPDIR = tempFolder();
  const used = await withTempFolder(await setting(TMPDIR), RUN, async (folder) => {
    writeFileSync(join(folder, 'x'), '');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    return folder;
  });
  expect(used.startsWith(join(TMPDIR, 'breakwater-'))).toBe(true);
  expect(existsSync(used)).toBe(false);
});

test('it goes also when the work fails', async () => {
  const TMPDIR = tempFolder();
  await expect(withTempFolder(await setting(TMPDIR), RUN, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(TMPDIR)).toEqual([]);
});

test('what a killed sitting left is removed, and nothing of another run, another repository or another kind', async () => {
  const TMPDIR = tempFolder();
  const mine = await setting(TMPDIR);
  const ours = (run = '7f3a', tag = mine.repository.tag) => `breakwater-${tag}-${run}-abcdef`;
  const stay = [ours('7f3b'), ours('7f3a', '00000000'), 'breakwater-test'];
  for (const name of [ours(), ...stay]) mkdirSync(join(TMPDIR, name));
  writeFileSync(join(TMPDIR, ours(), 'socket'), '');
  const elsewhere = tempFolder();
  symlinkSync(elsewhere, join(TMPDIR, `breakwater-${mine.repository.tag}-7f3a-link`));
  expect(await removeTempFolders(mine, runId('7f3a'))).toEqual([join(TMPDIR, ours())]);
  expect(readdirSync(TMPDIR).sort()).toEqual([...stay, `breakwater-${mine.repository.tag}-7f3a-link`].sort());
  expect(existsSync(elsewhere)).toBe(true);
});
