import { describe, expect, it } from 'vitest';
import { only, SEGMENT, unionOf } from './char-set.js';
import { representative } from './representative.js';

const range = (from: string, to: string) => unionOf([[from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0]]);
const shown = (codePoint: number | undefined) => (codePoint === undefined ? undefined : String.fromCodePoint(codePoint));

describe('one character for a set', () => {
  it.each([
    ['any', SEGMENT, 'x', 'x'],
    ['letters without x', range('c', 'f'), 'c', 'c'],
    ['digits', range('0', '9'), '0', '0'],
    ['signs', range('#', '+'), '#', '#'],
    ['capitals', range('A', 'C'), 'A', undefined],
    ['one capital', only(0x41), 'A', undefined],
    ['capitals of another script, then small letters', range('Я', 'в'), 'Я', 'а'],
    ['halves of pairs, then a character', unionOf([[0xd800, 0xe001]]), '\ue000', '\ue000'],
    ['only halves of pairs', unionOf([[0xd800, 0xdfff]]), undefined, undefined],
    ['nothing', [], undefined, undefined],
  ])('%s: %s, ignoring case %s', (_, set, exact, folded) => {
    expect([false, true].map((ignoreCase) => shown(representative(set, ignoreCase)))).toEqual([exact, folded]);
  });
});
