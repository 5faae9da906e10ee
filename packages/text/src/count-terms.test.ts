import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTerms } from './count-terms.js';
import { readTerms } from './read-terms.js';
import { termHash } from './term-hash.js';

function counted(text: string) {
  const { length, hashes, counts } = countTerms(new TextEncoder().encode(text));
  return { length, counts: new Map([...hashes].map((hash, n) => [hash, counts[n]])) };
}

/** The slow way: the strings of `readTerms`, counted one by one. */
function expected(text: string) {
  const counts = new Map<number, number>();
  const terms = readTerms(text);
  for (const { key } of terms) counts.set(termHash(key), Math.min(255, (counts.get(termHash(key)) ?? 0) + 1));
  return { length: terms.length, counts };
}

const NAMES = [
  'order',
  'OrderHistory',
  'HTMLParser2',
  'größe',
  'Ändern',
  'классы',
  '注文',
  'a',
  '_',
  '$',
  '.',
  '-',
  ' ',
  '\n',
  '…',
  'ies',
  's',
  '🚀',
];

describe('countTerms', () => {
  it('finds in bytes what readTerms finds in strings', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...NAMES), { maxLength: 60 }).map((names) => names.join('')),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary-ascii', maxLength: 400 }),
    );
    void fc.assert(
      fc.property(text, (one) => {
        expect(counted(one)).toEqual(expected(one));
      }),
      { numRuns: 500 },
    );
  });

  it('of one text knows nothing of the text before', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `word${n.toString(36)}x`).join(' ');
    const first = counted(many);
    expect(counted('order total order')).toEqual(expected('order total order'));
    expect(counted(many)).toEqual(first);
    expect(counted('').counts.size).toBe(0);
  });

  it('counts up to 255, and only the first of very many terms', () => {
    expect([...counted('x2 '.repeat(1_000)).counts.values()]).toEqual([255]);
    const many = Array.from({ length: 50_000 }, (_, n) => `q${(n * 7919).toString(36)}`).join(' ');
    expect(counted(many).counts.size).toBe(32_768);
  });

  it('reads a megabyte of code in well under a second of a processor', () => {
    const line = 'export async function readOrderHistory(customer: CustomerId, from = this.clock.now()): Promise<Order[]> {\n';
    const bytes = new TextEncoder().encode(line.repeat(10_000));
    const before = process.cpuUsage();
    countTerms(bytes);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(0.5);
  });
});
