import { expect, it } from 'vitest';
import { fourBytes, numberIn } from './four-bytes.js';

it('a number in four bytes is read as it was written, the lowest byte first', () => {
  expect([...fourBytes(0x01020304)]).toEqual([4, 3, 2, 1]);
  const numbers = [0, 1, 255, 256, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
  expect(numbers.map((one) => numberIn(fourBytes(one)))).toEqual(numbers);
});
