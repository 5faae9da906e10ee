import { expect, it } from 'vitest';
import { parseSizes } from './object-sizes.js';

const id = '78981922613b2afb6025042ff6bd878ac1994e85';

it('reads sizes line by line, and knows none of what is not there', () => {
  expect(parseSizes(`${id} 0\n${id} 123456\n${id} missing\n`)).toEqual([0, 123456, undefined]);
  expect(parseSizes('')).toEqual([]);
});

it('says so when the text is something else', () => {
  expect(() => parseSizes('fatal: no such thing\n')).toThrow('Internal error');
});
