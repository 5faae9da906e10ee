import { describe, expect, it } from 'vitest';
import { commonJsExports } from './common-js-exports.js';

describe('commonJsExports', () => {
  it.each([
    ['exports.a = 1', ['a']],
    ['module.exports.a = 1', ['a']],
    ['exports.a = exports.b = 1', ['a', 'b']],
    ['module.exports = a', ['default']],
    ['module.exports = { a, b: 1, c() {} }', ['default', 'a', 'b', 'c']],
    ['module.exports = {\n  a,\n  ...rest,\n}', ['default', 'a']],
    ['module.exports = { a: { inner }, later }', ['default', 'a']],
    ['module.exports = {\n  // the api\n  a,\n  /* and, more: */ b,\n}', ['default', 'a', 'b']],
    ["module.exports = { a: 'x, y: z', b, url: 'http://c, d' }", ['default', 'a', 'b', 'url']],
    ['module.exports = {}', ['default']],
    ['export = a', ['default']],
    ['export == a', []],
    ['exports.a === 1', []],
    ['my.exports.a = 1', []],
    ['myexports.a = 1', []],
    ['module.exports == a', []],
    ['const a = 1', []],
  ])('of %j are %j', (text, names) => {
    expect(commonJsExports(text)).toEqual(names);
  });
});
