import { linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder, writeFiles } from '../lane-rig.testing.js';
import { cloneModeOf } from './clone-mode.js';

/** An install whose packages are files of their own, or links into a store. */
function installed(paths: readonly string[], how: 'copied' | 'linked'): string {
  const place = tempFolder();
  const store = tempFolder();
  writeFiles(place, { 'node_modules/.modules.yaml': '', ...Object.fromEntries(paths.map((path) => [path, '{}'])) });
  mkdirSync(join(place, 'node_modules/.bin'));
  if (how === 'linked') paths.forEach((path, n) => void linkSync(join(place, path), join(store, String(n))));
  return place;
}

const HOISTED = ['node_modules/left/package.json', 'node_modules/@x/right/package.json'];
const APART = ['node_modules/.pnpm/left@1.0.0/node_modules/left/package.json'];

it.each([
  ['npm', HOISTED, 'linked', 'copy'],
  ['yarn-berry', HOISTED, 'linked', 'copy'],
  ['pnpm', APART, 'linked', 'link'],
  ['pnpm', APART, 'copied', 'copy'],
  ['pnpm', HOISTED, 'linked', 'link'],
  ['bun', HOISTED, 'linked', 'link'],
  ['bun', HOISTED, 'copied', 'copy'],
  ['bun', [], 'linked', 'copy'],
] as const)('what %s installed as %j, %s, comes to other worktrees as a %s', async (manager, paths, how, mode) => {
  expect(await cloneModeOf(manager, installed(paths, how), ['none', 'node_modules'])).toBe(mode);
});
