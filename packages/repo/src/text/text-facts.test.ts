import type { TermCounts } from '@breakwater/text';
import { expect, it } from 'vitest';
import { TEXT_FACTS } from './text-facts.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = ({ length, hashes, counts }: TermCounts) => ({ length, hashes: [...hashes], counts: [...counts] });

it.each(['', 'refund', 'Refund the order, and the order again: orderHistory'])('what is kept of %j is what was read', (text) => {
  const read = TEXT_FACTS.read('a.md', bytesOf(text));
  const kept = TEXT_FACTS.encode(read);
  expect(plain(TEXT_FACTS.decode(kept))).toEqual(plain(read));
  // Where it lies in a file is chance.
  const shifted = Uint8Array.from([0, ...kept]).subarray(1);
  expect(plain(TEXT_FACTS.decode(shifted))).toEqual(plain(read));
});

it('knows nothing by bytes of another length', () => {
  expect(() => TEXT_FACTS.decode(bytesOf('abc'))).toThrow('no text');
});
