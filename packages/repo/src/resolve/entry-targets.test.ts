import { describe, expect, it } from 'vitest';
import { entryTargets } from './entry-targets.js';

describe('entryTargets', () => {
  it('takes every condition of the entry, then the older fields', () => {
    const manifest = {
      exports: { '.': { source: './src/index.ts', import: { types: './d.mts', default: './x.mjs' } } },
      main: './x.cjs',
    };
    expect(entryTargets(manifest, '.')).toEqual(['./src/index.ts', './d.mts', './x.mjs', './x.cjs']);
  });

  it.each([
    ['a text', './a.js', ['./a.js']],
    ['conditions', { import: './a.mjs', require: './a.cjs' }, ['./a.mjs', './a.cjs']],
    ['a list', ['./a.js', { default: './b.js' }], ['./a.js', './b.js']],
    ['nothing', null, []],
  ])('takes %s for the entry itself', (_, exports, targets) => {
    expect(entryTargets({ exports }, '.')).toEqual(targets);
    expect(entryTargets({ exports }, './sub')).toEqual([]);
  });

  it('prefers the exact subpath, then the longest pattern', () => {
    const exports = {
      './*': './dist/*.js',
      './deep/*': './dist/deep/*/index.js',
      './deep/x': './x.js',
      './*.css': './css/*.css',
    };
    expect(entryTargets({ exports }, './deep/x')).toEqual(['./x.js']);
    expect(entryTargets({ exports }, './deep/a/b')).toEqual(['./dist/deep/a/b/index.js']);
    expect(entryTargets({ exports }, './a')).toEqual(['./dist/a.js']);
    expect(entryTargets({ exports }, './a.css')).toEqual(['./css/a.css']);
  });

  it('prefers the pattern with the longer text before its star, as Node.js does, however long the rest is', () => {
    const exports = { './*/long-tail.js': './short/*.js', './deep/*': './deep/*', './deep/*.js': './js/*.js' };
    expect(entryTargets({ exports }, './deep/long-tail.js')).toEqual(['./js/long-tail.js']);
    expect(entryTargets({ exports }, './deep/x.css')).toEqual(['./deep/x.css']);
    expect(entryTargets({ exports }, './other/long-tail.js')).toEqual(['./short/other.js']);
  });

  it('takes the star literally, whatever is in it', () => {
    expect(entryTargets({ exports: { './*': './src/*.ts' } }, './$&')).toEqual(['./src/$&.ts']);
  });

  it('reads the imports of a package likewise', () => {
    expect(entryTargets({ imports: { '#lib/*': './src/lib/*.ts' } }, '#lib/a', 'imports')).toEqual(['./src/lib/a.ts']);
  });
});
