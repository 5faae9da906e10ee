import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Entries } from './entries.js';
import { decodeSegment, encodeSegment } from './segment.js';

const text = fc.stringMatching(/^[\w ä.]{0,3}$/);
const entry = fc.record({ name: text, question: text, answer: fc.uint8Array({ maxLength: 9 }) });

it('gives back what was put in, and nothing else, at places fit for numbers', async () => {
  const list = fc.uniqueArray(entry, { maxLength: 12, selector: ({ name, question }) => `${name}\n${question}` });
  await fc.assert(
    fc.property(list, text, text, (put, name, question) => {
      const entries = new Entries();
      for (const one of put) entries.put(one);
      const lookup = decodeSegment(encodeSegment(entries));
      const answers = put.map((one) => lookup(one.name, one.question));
      expect(answers.map((answer) => [...(answer ?? ['none'])])).toEqual(put.map(({ answer }) => [...answer]));
      expect(answers.every((answer) => answer?.byteOffset !== undefined && answer.byteOffset % 4 === 0)).toBe(true);
      if (entries.get(name, question) === undefined) expect(lookup(name, question)).toBeUndefined();
    }),
  );
});

it('reads a segment wherever it lies', () => {
  const entries = new Entries();
  entries.put({ name: 'a', question: 'b', answer: Uint8Array.of(1, 2) });
  const shifted = Uint8Array.from([0, ...encodeSegment(entries)]).subarray(1);
  expect(decodeSegment(shifted)('a', 'b')).toEqual(Uint8Array.of(1, 2));
});
