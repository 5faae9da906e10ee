import { describe, expect, it } from 'vitest';
import { spellOut } from './spell-out.js';

describe('braces', () => {
  it('stand for each of the paths', () => {
    expect(spellOut('libs/{coupon,index}.js')).toEqual(['libs/coupon.js', 'libs/index.js']);
    expect([...spellOut('{a,b}/{c,d{1,2}}.ts')].sort()).toEqual(['a/c.ts', 'a/d1.ts', 'a/d2.ts', 'b/c.ts', 'b/d1.ts', 'b/d2.ts']);
  });

  it('around one thing are meant as they are, as in a shell', () => {
    expect(spellOut('x-{a}/{b,c}.ts')).toEqual(['x-{a}/b.ts', 'x-{a}/c.ts']);
  });

  it('name each path once', () => {
    expect(spellOut('{a,a}.ts')).toEqual(['a.ts']);
  });

  it.each(['src/*.{ts,tsx}', '{a,b}/**', 'x[{,}].ts', '\\{a,b\\}', '!{a,b}.ts', '{a,b}/', 'plain.ts', 'one-{a}.ts'])(
    '%s stays as it is',
    (pattern) => {
      expect(spellOut(pattern)).toEqual([pattern]);
    },
  );

  it('that mean very many paths are not spelled out', () => {
    const many = '{a,b}'.repeat(7);
    expect(spellOut(many)).toEqual([many]);
  });
});
