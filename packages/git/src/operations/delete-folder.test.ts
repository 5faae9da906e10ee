import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { writeFiles } from '../../../../test/rig/repository.js';
import { tempFolder } from '../../../../test/rig/temp-folder.js';
import { deleteFolder } from './delete-folder.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['the tool of the system', process.env['PATH'] ?? ''],
  ['none of its tools at hand', tempFolder('empty')],
])('deletes a folder with all in it, and nothing a link in it leads to: %s', async (_, path) => {
  vi.stubEnv('PATH', path);
  const folder = tempFolder('outside');
  writeFiles(folder, { 'mine.txt': '', '-rf here/a/b.txt': '', '-rf here/.c': '' });
  symlinkSync(folder, join(folder, '-rf here/a/link'));
  await deleteFolder(join(folder, '-rf here'));
  expect(['-rf here', 'mine.txt'].map((name) => existsSync(join(folder, name)))).toEqual([false, true]);
  await expect(deleteFolder(join(folder, '-rf here'))).resolves.toBeUndefined();
});
