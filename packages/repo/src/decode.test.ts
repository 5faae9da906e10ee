import { expect, it } from 'vitest';
import { decode } from './decode.js';

it('reads UTF-8, without its mark, and does not fail on anything else', () => {
  expect(decode(new TextEncoder().encode('größe\n'))).toBe('größe\n');
  expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  expect(decode(Uint8Array.of(0x61, 0xff, 0x62))).toBe('a\uFFFDb');
});
