import { describe, expect, it } from 'vitest';
import { fitLine, measure, spread } from './fit-line.js';
import { dim, strong } from './line.js';

const plain = { columns: 80, colour: false, unicode: true };
const coloured = { ...plain, colour: true };

describe('a line', () => {
  it('is left alone while it fits', () => {
    expect(fitLine(['a ', strong('b'), ' c'], 5, plain)).toBe('a b c');
  });

  it('is cut at its end, whatever its pieces', () => {
    expect(fitLine(['one ', strong('two'), ' three'], 9, plain)).toBe('one two …');
    expect(fitLine(['one ', strong('two'), ' three'], 6, plain)).toBe('one t…');
  });

  it('is cut before it is painted, so no colour is left open', () => {
    expect(fitLine(['one ', strong('two'), dim(' three')], 6, coloured)).toBe('one \x1b[1mt…\x1b[22m');
  });

  it('leaves no spaces at its end to be copied', () => {
    expect(fitLine(['a', '   ', dim('  ')], 20, coloured)).toBe('a');
  });

  it('shows what it would not obey', () => {
    expect(fitLine(['\x1b[31mred'], 20, coloured)).toBe('\\x1b[31mred');
  });

  it('measures what will be shown', () => {
    expect(measure(['注', '\x07'], plain)).toBe(6);
  });
});

describe('two ends of a line', () => {
  it('stand at the edges', () => {
    expect(spread(['left'], ['right'], 14, plain)).toBe('left     right');
  });

  it('keep the right one whole', () => {
    expect(spread(['a long left end'], ['right'], 14, plain)).toBe('a long … right');
  });

  it('are cut together when not even the right one fits', () => {
    expect(spread(['left'], ['a very long right end'], 10, plain)).toBe('left a ve…');
  });
});
