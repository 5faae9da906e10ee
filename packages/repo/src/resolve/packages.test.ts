import type { Project } from '@breakwater/model';
import { repoPath } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { packagesByName, splitSpecifier } from './packages.js';

describe('splitSpecifier', () => {
  it.each([
    ['react', 'react', '.'],
    ['react/jsx-runtime', 'react', './jsx-runtime'],
    ['@acme/ui', '@acme/ui', '.'],
    ['@acme/ui/deep/button.js', '@acme/ui', './deep/button.js'],
    ['node:fs', 'node:fs', '.'],
    ['@acme', '@acme', '.'],
    ['@/a/b', '@', './a/b'],
  ])('%s is %s and %s', (specifier, name, subpath) => {
    expect(splitSpecifier(specifier)).toEqual({ name, subpath });
  });
});

describe('packagesByName', () => {
  const project = (root: string): Project => ({
    name: root,
    root,
    tags: [],
    manifest: repoPath(`${root}/package.json`),
    kind: 'package',
  });

  it('knows packages of projects, the first of a name', () => {
    const json = new Map([
      ['a/package.json', { name: 'one' }],
      ['b/package.json', { name: 'one' }],
      ['c/package.json', { name: 'two' }],
      ['d/package.json', {}],
      ['a/tsconfig.json', { name: 'three' }],
    ]);
    const packages = packagesByName(json, [project('a'), project('b'), project('d')]);
    expect([...packages]).toEqual([['one', { folder: 'a', manifest: { name: 'one' } }]]);
  });
});
