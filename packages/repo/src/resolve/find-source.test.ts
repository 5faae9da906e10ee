import { describe, expect, it } from 'vitest';
import { findIndex, findSource } from './find-source.js';
import { sourceFiles } from './source-files.js';

describe('findSource', () => {
  it.each([
    ['a.js', ['a.ts', 'a.js', 'a.d.ts'], 'a.ts'],
    ['a.js', ['a.js', 'a.d.ts'], 'a.js'],
    ['a.js', ['a.d.ts'], 'a.d.ts'],
    ['a.js', ['a.jsx', 'a.js'], 'a.js'],
    ['a.jsx', ['a.ts'], 'a.ts'],
    ['a.mjs', ['a.ts', 'a.mjs'], 'a.mjs'],
    ['a.cjs', ['a.ts'], 'a.ts'],
    ['a', ['a.mjs', 'a/index.ts'], 'a/index.ts'],
    ['a', ['a.vue', 'b.vue'], 'a.vue'],
    ['a', ['a.js', 'a.d.ts'], 'a.js'],
    ['a', ['a.d.ts'], 'a.d.ts'],
    ['a', ['a/index.ts', 'a.ts'], 'a.ts'],
    ['a', ['a'], 'a'],
    ['a.d.ts', ['a.ts'], 'a.ts'],
    ['a.d.ts', ['a.d.ts'], 'a.d.ts'],
    ['a.mjs', ['a.mts', 'a.ts'], 'a.mts'],
    ['a.js', ['a.js/index.ts'], 'a.js/index.ts'],
    ['a.b', ['a.b.ts'], 'a.b.ts'],
    ['a.d', ['a.d.ts'], 'a.d.ts'],
    ['a', ['a.d.mts'], 'a.d.mts'],
    ['.a', ['.a.ts'], '.a.ts'],
    ['', ['index.ts'], 'index.ts'],
    ['a', ['b.ts', 'ab.ts'], undefined],
  ])('%j among %j is %j', (path, files, found) => {
    expect(findSource(sourceFiles(files), path)).toBe(found);
  });
});

describe('findIndex', () => {
  it('is inside the folder, whatever lies beside it', () => {
    expect(findIndex(sourceFiles(['a.ts', 'a/index.js', 'a/index.mts']), 'a')).toBe('a/index.js');
    expect(findIndex(sourceFiles(['index.tsx', 'a.ts']), '')).toBe('index.tsx');
    expect(findIndex(sourceFiles(['a.ts', 'a/b/index.ts']), 'a')).toBeUndefined();
  });
});
