import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeSegment, encodeSegment } from './segment.js';

it('gives back what was put in, at places fit for numbers', async () => {
  const entry = fc.tuple(fc.stringMatching(/^[\w ä.]{0,12}$/), fc.uint8Array({ maxLength: 9 }));
  await fc.assert(
    fc.property(fc.uniqueArray(entry, { maxLength: 8, selector: ([key]) => key }), (entries) => {
      const segment = decodeSegment(encodeSegment(entries));
      expect(segment.keys).toEqual(entries.map(([key]) => key));
      const contents = segment.keys.map((key) => segment.get(key));
      expect(contents.map((content) => [...(content ?? [])])).toEqual(entries.map(([, bytes]) => [...bytes]));
      expect(contents.every((content) => content?.byteOffset !== undefined && content.byteOffset % 4 === 0)).toBe(true);
      expect(segment.get('no such key')).toBeUndefined();
    }),
  );
});
