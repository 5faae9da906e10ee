import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonc } from './parse-jsonc.js';

describe('parseJsonc', () => {
  it('reads plain JSON as JSON does', () => {
    void fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJsonc(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads comments, trailing commas and a byte order mark', () => {
    const text = '\uFEFF{ // one\n "a": [1, 2, /* two */ ],\n "b": { "c": 3, } , }';
    expect(parseJsonc(text)).toEqual({ a: [1, 2], b: { c: 3 } });
  });

  it('leaves texts alone that look like comments or trailing commas', () => {
    const text = '{ "paths": { "@/*": ["./src/*"] }, "url": "http://x//y", "odd": "a,]", "quote": "\\"//", }';
    expect(parseJsonc(text)).toEqual({ paths: { '@/*': ['./src/*'] }, url: 'http://x//y', odd: 'a,]', quote: '"//' });
  });

  it.each(['', '{', '{ "a": }', '/* never closed', '"never closed', 'not json'])('answers undefined for %j', (text) => {
    expect(parseJsonc(text)).toBeUndefined();
  });

  it('is quick with a text that opens comments and never closes them', () => {
    expect(parseJsonc('/*'.repeat(500_000))).toBeUndefined();
  });
});
