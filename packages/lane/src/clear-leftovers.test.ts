import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commitId } from '@breakwater/model';
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

test('what is tracked stays, though git shows it as changed: line ends that were never normalised, a submodule with something in it', async () => {
  const rig = await aRig({ 'app.sln': 'one\r\ntwo\r\n' });
  rig.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', rig.shop, 'lib');
  writeFiles(rig.shop, { '.gitattributes': '*.sln text eol=crlf\n' });
  rig.git('add', '.gitattributes');
  rig.git('commit', '-q', '-m', 'Say how lines end, and change no file');
  const place = join(rig.worktrees, '.verify');
  await rig.repository.addDetachedWorktree({ path: place, commit: commitId(rig.git('rev-parse', 'HEAD')), reason: 'test' });
  rig.git('-C', place, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'update', '--init');
  writeFiles(place, { 'app.sln': 'one\r\ntwo\r\n', 'lib/built.txt': '', 'left.txt': '' });
  expect(await rig.repository.uncommitted(place)).toEqual(['app.sln', 'left.txt', 'lib']);
  await clearLeftovers(rig.repository, place);
  expect(readdirSync(place).sort()).toEqual(['.git', '.gitattributes', '.gitmodules', 'app.sln', 'lib']);
  expect(readdirSync(join(place, 'lib')).sort()).toEqual(['.git', 'app.sln', 'built.txt']);
});
