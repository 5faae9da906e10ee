import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { tempFolder } from '../rig/temp-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('the picture in the README is what the program prints for the demo', async () => {
  const shop = join(tempFolder('readme'), 'shop');
  cpSync(join(ROOT, 'packages/cli/demo/workspace'), shop, { recursive: true });
  git(shop, 'init', '-q', '-b', 'main');
  git(shop, 'add', '-A');
  git(shop, 'commit', '-q', '-m', 'Begin');
  const { stdout } = await breakwater(shop, ['plan']);
  const [, picture = ''] = /```text\n\$ breakwater plan\n([^`]*)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  const withoutCommit = (text: string): string => text.replace(/main at [0-9a-f]{7}/, 'main at commit');
  expect(picture).not.toBe('');
  expect(withoutCommit(stdout).startsWith(withoutCommit(picture))).toBe(true);
});

it('every file that the architecture page names is there', () => {
  const page = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const named = [...page.matchAll(/`((?:[a-z]+\/src|tools|test)\/[\w./-]*)`/g)].map(([, path = '']) => path);
  const missing = named.filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, 'packages', path)));
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
