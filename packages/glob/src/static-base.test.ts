import { describe, expect, it } from 'vitest';
import { staticBase } from './static-base.js';

describe('the folder in which all matches lie', () => {
  it.each([
    ['README.md', ''],
    ['**', ''],
    ['src', ''],
    ['src/', 'src'],
    ['src/**', 'src'],
    ['src/a*/b', 'src'],
    ['src/a/*', 'src/a'],
    ['src/a/b.ts', 'src/a'],
    ['src/{a,b}/c', 'src'],
    ['{src,lib}/a', ''],
    ['src/[ab]/c', 'src'],
    ['src/[a]/c', 'src/a'],
    ['src/?/c', 'src'],
    ['src/a,b/c', 'src'],
    ['src/\\{a\\}/*', 'src/{a}'],
    ['app\\/b/*', 'app/b'],
    ['[', ''],
  ])('of %s is %j', (pattern, base) => {
    expect(staticBase(Array.from(pattern))).toBe(base);
  });
});
