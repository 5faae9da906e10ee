import { expect, test } from 'vitest';
import { tempFolder, writeFiles } from '../lane-rig.testing.js';
import { detectInstall } from './detect-install.js';

test.each([
  [{ 'package-lock.json': '{}' }, 'npm ci'],
  [{ 'npm-shrinkwrap.json': '{}' }, 'npm ci'],
  [{ 'pnpm-lock.yaml': "lockfileVersion: '9.0'" }, 'pnpm install --frozen-lockfile'],
  [{ 'yarn.lock': '# yarn lockfile v1\n' }, 'yarn install --frozen-lockfile'],
  [{ 'yarn.lock': '# generated\n\n__metadata:\n  version: 8\n' }, 'yarn install --immutable'],
  [{ 'bun.lock': '{}' }, 'bun install --frozen-lockfile'],
  [{ 'bun.lockb': '\u0000\u00ff' }, 'bun install --frozen-lockfile'],
  [{ 'package-lock.json': '{}', 'yarn.lock': '' }, 'npm ci'],
])('%j: %s', async (files, command) => {
  const place = tempFolder();
  writeFiles(place, files);
  expect((await detectInstall(place))?.command).toBe(command);
});

test('where nothing is locked nothing is installed', async () => {
  const place = tempFolder();
  writeFiles(place, { 'package.json': '{}', 'sub/package-lock.json': '{}' });
  expect(await detectInstall(place)).toBeUndefined();
});

test('the content tells when to install again', async () => {
  const place = tempFolder();
  writeFiles(place, { 'package-lock.json': '{"a":1}' });
  expect(await detectInstall(place)).toEqual({
    manager: 'npm',
    lockfile: 'package-lock.json',
    content: '{"a":1}',
    command: 'npm ci',
  });
});
