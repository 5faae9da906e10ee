import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from './lane-rig.testing.js';
import { withTempFolder } from './with-temp-folder.js';

test('it is private, lies in the person’s temporary folder, and goes with the work', async () => {
  const TMPDIR = tempFolder();
  const used = await withTempFolder({ TMPDIR }, async (folder) => {
    writeFileSync(join(folder, 'x'), '');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    return folder;
  });
  expect(used.startsWith(join(TMPDIR, 'breakwater-'))).toBe(true);
  expect(existsSync(used)).toBe(false);
});

test('it goes also when the work fails', async () => {
  const TMPDIR = tempFolder();
  await expect(withTempFolder({ TMPDIR }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(TMPDIR)).toEqual([]);
});
