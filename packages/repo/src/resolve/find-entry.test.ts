import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEntry, firstSource } from './find-entry.js';
import { sourceFiles } from './source-files.js';

describe('findEntry', () => {
  it.each([
    ['.', ['p/src/index.ts'], 'p/src/index.ts'],
    ['.', ['p/src/public-api.ts'], 'p/src/public-api.ts'],
    ['.', ['p/index.ts', 'p/src/index.tsx'], 'p/src/index.tsx'],
    ['.', ['p/mod.ts'], 'p/mod.ts'],
    ['.', ['p/other.ts'], undefined],
    ['./x', ['p/x.ts', 'p/src/x.ts'], 'p/src/x.ts'],
    ['./x', ['p/lib/x.js'], 'p/lib/x.js'],
    ['./x.css', ['p/x.css'], 'p/x.css'],
    ['./package.json', ['p/package.json'], 'p/package.json'],
  ])('%s of a package that says nothing, with %j, is %s', (subpath, files, entry) => {
    expect(findEntry(sourceFiles(files), { folder: 'p', manifest: {} }, subpath)).toBe(entry);
  });

  it('finds the source of any module whose built file the manifest names', () => {
    const segment = fc.constantFrom('a', 'b-c', 'rules', 'deep');
    const inner = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
    const output = fc.constantFrom('dist', 'lib', 'build', 'dist/esm', 'dist/cjs', 'out');
    const built = fc.constantFrom('.js', '.d.ts', '.mjs', '.cjs');
    void fc.assert(
      fc.property(inner, output, built, (path, folder, ending) => {
        const files = sourceFiles([`p/src/${path}.ts`, 'p/src/index.ts', 'p/package.json']);
        const manifest = { exports: { '.': './index.js', './it': { types: `./${folder}/${path}${ending}`, default: null } } };
        expect(findEntry(files, { folder: 'p', manifest }, './it')).toBe(`p/src/${path}.ts`);
      }),
    );
  });
});

describe('firstSource', () => {
  it('prefers code to declarations, whatever their order', () => {
    expect(firstSource(sourceFiles(['t.d.ts', 'c.js']), ['t.d.ts', 'c.js'])).toBe('c.js');
    expect(firstSource(sourceFiles(['t.d.ts']), ['c.js', 't.d.ts'])).toBe('t.d.ts');
    expect(firstSource(sourceFiles([]), ['c.js'])).toBeUndefined();
  });
});
