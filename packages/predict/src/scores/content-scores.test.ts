import { repoPath, type TextFacts } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { readTerms } from '@breakwater/text';
import { describe, expect, it } from 'vitest';
import { groundOf } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';

/** What an index would say of these texts. */
function factsOf(texts: Readonly<Record<string, string>>): TextFacts {
  const read = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  const lengths = Uint32Array.from(read, ([, text]) => readTerms(text).length);
  const postings = new Map<string, { files: number[]; counts: number[] }>();
  for (const [file, [, text]] of read.entries()) {
    for (const { key } of readTerms(text)) {
      const found = postings.get(key) ?? { files: [], counts: [] };
      postings.set(key, found);
      if (found.files.at(-1) === file) found.counts[found.counts.length - 1] = (found.counts.at(-1) ?? 0) + 1;
      else {
        found.files.push(file);
        found.counts.push(1);
      }
    }
  }
  return {
    files: read.length,
    averageLength: lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, read.length),
    lengths,
    postings: new Map(
      [...postings].map(([term, { files, counts }]) => [
        term,
        { files: Uint32Array.from(files), counts: Uint32Array.from(counts) },
      ]),
    ),
  };
}

/** The ranking of these texts for a brief, and what is measured of one of them. */
function ranked(brief: string, texts: Readonly<Record<string, string>>) {
  const ground = groundOf({ paths: Object.keys(texts), texts: factsOf(texts) });
  const { content } = viewTask(aTask('t', { title: 't', brief }), ground).view;
  const of = (path: string) => {
    const file = ground.files.numberOf(repoPath(path)) ?? -1;
    return { covered: content.covered[file] ?? 0, telling: content.telling[file] ?? 0, whole: content.whole[file] ?? 0 };
  };
  return { order: content.first(9).map((file) => ground.paths.all[file]), of };
}

describe('texts are ranked for a brief', () => {
  it('by how many of its words they have, and how often', () => {
    const texts = {
      'a.ts': 'refund totals refund',
      'b.ts': 'refund totals other',
      'c.ts': 'refund other words',
      'd.ts': 'none of that',
    };
    expect(ranked('Refund totals', texts).order).toEqual(['a.ts', 'b.ts', 'c.ts']);
  });

  it('by rare words first', () => {
    const texts = { 'a.ts': 'refund xx', 'b.ts': 'totals xx', 'c.ts': 'totals yy', 'd.ts': 'totals zz' };
    expect(ranked('Refund totals', texts).order[0]).toBe('a.ts');
  });

  it('a short text before a long one with the same words', () => {
    const texts = { 'a.ts': `refund ${'filling '.repeat(40)}`, 'b.ts': 'refund twice' };
    expect(ranked('Refund', texts).order).toEqual(['b.ts', 'a.ts']);
  });

  it('without what tools write', () => {
    expect(ranked('Refund', { 'a.ts': 'refund', 'yarn.lock': 'refund refund refund' }).order).toEqual(['a.ts']);
  });

  it('not at all when the brief says nothing, or there is no text', () => {
    expect([ranked('', { 'a.ts': 'refund' }).order, ranked('Refund', {}).order, ranked('Refund', { 'a.ts': '' }).order]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('of a text is measured', () => {
  const texts = { 'a.ts': 'refund totals', 'b.ts': 'refund', 'c.ts': 'class OrderHistory', 'd.ts': 'order history' };

  it('which share of what the brief’s words tell it covers', () => {
    const { of } = ranked('Refund totals', texts);
    expect(of('a.ts').covered).toBeCloseTo(1, 9);
    expect(of('b.ts').covered).toBeGreaterThan(0);
    expect(of('b.ts').covered).toBeLessThan(0.5);
    expect(of('c.ts').covered).toBe(0);
  });

  it('its most telling word', () => {
    const { of } = ranked('Refund totals', texts);
    expect(of('a.ts').telling).toBeGreaterThan(of('b.ts').telling);
  });

  it('whether it has a name of several words whole', () => {
    const { of } = ranked('Fix OrderHistory', texts);
    expect(of('c.ts').whole).toBeGreaterThan(0);
    expect([of('d.ts').whole, of('a.ts').whole]).toEqual([0, 0]);
  });
});
