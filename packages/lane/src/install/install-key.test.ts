import { repoPath } from '@breakwater/model';
import { aBlob } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import type { Install } from './detect-install.js';
import { installKey } from './install-key.js';

const NPM: Install = { manager: 'npm', lockfile: 'package-lock.json', content: '{}', command: 'npm ci' };

/** The key of a tree: path to the number of its content. */
function keyOf(files: Readonly<Record<string, number>>, install = NPM): string {
  const entries = Object.entries(files).map(([path, n]) => ({
    ...{ path: repoPath(path), blob: aBlob(n), mode: '100644' as const, size: 1 },
  }));
  return installKey(entries, install);
}

const TREE = { 'package.json': 1, 'package-lock.json': 2, 'a/package.json': 3, 'src/index.ts': 4 };

describe('the key of an install', () => {
  it('is the same for the same manifests in any order, whatever else is in the tree', () => {
    const other = {
      ...Object.fromEntries(Object.entries(TREE).reverse()),
      'src/index.ts': 9,
      'b/my-package.json': 1,
      'patch/x': 1,
    };
    expect(keyOf(other)).toBe(keyOf(TREE));
    expect(keyOf(TREE)).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ...[
      '.npmrc',
      'a/.npmrc',
      '.yarnrc',
      '.yarnrc.yml',
      'pnpm-workspace.yaml',
      '.pnpmfile.cjs',
      '.nvmrc',
      '.node-version',
      'bunfig.toml',
    ],
    ...[
      'patches/left+1.0.0.patch',
      'a/patches/größe.patch',
      '.yarn/patches/x.patch',
      'a/b/package.json',
      'yarn.lock',
      'bun.lockb',
      'bun.lock',
    ],
  ])('is another one with %s, and with another content of it', (path) => {
    expect(new Set([keyOf(TREE), keyOf({ ...TREE, [path]: 7 }), keyOf({ ...TREE, [path]: 8 })]).size).toBe(3);
  });

  it('tells the place of a manifest, and who installs', () => {
    const { 'a/package.json': manifest, ...rest } = TREE;
    const keys = [
      keyOf(TREE),
      keyOf({ ...rest, 'b/package.json': manifest }),
      keyOf(rest),
      keyOf(TREE, { ...NPM, manager: 'pnpm' }),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});
