import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeSegment, encodeSegment } from './segment.js';

it('gives back what was put in, at places fit for numbers', async () => {
  const entry = fc.tuple(fc.stringMatching(/^[\w ä.]{0,12}$/), fc.uint8Array({ maxLength: 9 }));
  await fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const read = decodeSegment(encodeSegment(entries));
      expect(read.map(([key, bytes]) => [key, [...bytes]])).toEqual(entries.map(([key, bytes]) => [key, [...bytes]]));
      expect(read.every(([, bytes]) => bytes.byteOffset % 4 === 0)).toBe(true);
    }),
  );
});
