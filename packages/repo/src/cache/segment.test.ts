import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeSegment, encodeSegment } from './segment.js';

it('gives back what was put in, and nothing else, at places fit for numbers', async () => {
  const key = fc.stringMatching(/^[\w ä.]{0,12}$/);
  const entries = fc.uniqueArray(fc.tuple(key, fc.uint8Array({ maxLength: 9 })), { maxLength: 8, selector: ([one]) => one });
  await fc.assert(
    fc.property(entries, key, (put, other) => {
      const lookup = decodeSegment(encodeSegment(new Map(put)));
      const contents = put.map(([one]) => lookup(one));
      expect(contents.map((content) => [...(content ?? ['none'])])).toEqual(put.map(([, bytes]) => [...bytes]));
      expect(contents.every((content) => content?.byteOffset !== undefined && content.byteOffset % 4 === 0)).toBe(true);
      if (put.every(([one]) => one !== other)) expect(lookup(other)).toBeUndefined();
    }),
  );
});
