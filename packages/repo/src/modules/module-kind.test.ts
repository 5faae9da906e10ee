import { describe, expect, it } from 'vitest';
import { moduleKind } from './module-kind.js';

describe('moduleKind', () => {
  it.each([
    ['a.ts', 'source'],
    ['a.d.ts', 'source'],
    ['src/a.mjs', 'source'],
    ['a.tsx', 'source'],
    ['a.json', 'none'],
    ['a.ts.snap', 'none'],
    ['a.vue', 'source'],
    ['a.svelte', 'source'],
    ['a.vue.snap', 'none'],
    ['dist/a.js', 'built'],
    ['packages/a/vendor/b.js', 'built'],
    ['src/build.ts', 'source'],
    ['node_modules/a/dist/b.js', 'installed'],
    ['lib/jquery.min.js', 'minified'],
  ])('%s is %s', (path, kind) => {
    expect(moduleKind({ path: path as never, mode: '100644', size: 10 })).toBe(kind);
  });

  it('looks at the size, and at no symlink', () => {
    expect(moduleKind({ path: 'a.ts' as never, mode: '100644', size: 1_000_001 })).toBe('too-large');
    expect(moduleKind({ path: 'a.ts' as never, mode: '120000', size: 10 })).toBe('none');
  });
});
