import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unionOf } from './char-set.js';
import { foldCase, foldCodePoint, foldSet } from './fold-case.js';

describe('folding case', () => {
  it.each([
    ['Src/README.md', 'src/readme.md'],
    ['ÄRGER', 'ärger'],
    ['A\u0308rger', 'ärger'],
    ['\u{10400}', '\u{10428}'],
    ['straße', 'straße'],
    ['🌊/Ω', '🌊/ω'],
  ])('makes %j %j', (text, folded) => {
    expect(foldCase(text)).toBe(folded);
  });

  it('does not look at the neighbours of a sigma', () => {
    expect(foldCase('ΟΔΟΣ/Σ')).toBe('οδοσ/σ');
  });

  it('keeps a character that would become two', () => {
    expect(foldCase('İ')).toBe('İ');
    expect(foldCodePoint(0x130)).toBe(0x130);
  });

  it('changes nothing the second time', async () => {
    await fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldCase(foldCase(text)) === foldCase(text)));
  });

  it('folds a set to what its members fold to', () => {
    expect(foldSet([0x41, 0x43])).toEqual([0x61, 0x63]);
    expect(foldSet([0x59, 0x62])).toEqual(
      unionOf([
        [0x5b, 0x62],
        [0x79, 0x7a],
      ]),
    );
    expect(foldSet([0x1fff0, 0x20010])).toEqual([0x1fff0, 0x20010]);
  });
});
