import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearLeftovers } from './clear-leftovers.js';
import { aRig, tempFolder, writeFiles } from './lane-rig.testing.js';

test('what git neither tracks nor ignores goes, with the folders it alone kept', async () => {
  const rig = await aRig({ 'src/a.txt': 'a\n', '.gitignore': 'node_modules\n' });
  const place = join(rig.worktrees, '.verify');
  await rig.repository.addDetachedWorktree({ path: place, commit: rig.base, reason: 'test' });
  const outside = tempFolder();
  writeFiles(outside, { 'x.txt': 'outside' });
  writeFiles(place, { 'out/deep/left': '', 'src/left': '', 'node_modules/p/index.js': '' });
  symlinkSync(outside, join(place, 'link'));
  await clearLeftovers(rig.repository, place);
  expect(readdirSync(place).sort()).toEqual(['.git', '.gitignore', 'node_modules', 'src']);
  expect(readdirSync(join(place, 'src'))).toEqual(['a.txt']);
  expect(existsSync(join(outside, 'x.txt'))).toBe(true);
});
