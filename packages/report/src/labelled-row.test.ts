import { describe, expect, it } from 'vitest';
import { labelledRow } from './labelled-row.js';

const view = { columns: 60, colour: false, unicode: true };
const text = ['one two three four five six seven eight nine ten eleven twelve'];

describe('a row with a label', () => {
  it('hangs its text below its first line', () => {
    expect(labelledRow({ mark: { sign: 'done', role: 'good' }, label: 'done', text }, view)).toEqual([
      '✔ done        one two three four five six seven eight nine',
      '              ten eleven twelve',
    ]);
  });

  it('keeps the column of the mark when it has none', () => {
    expect(labelledRow({ label: 'cost', text: ['$1'] }, view)).toEqual(['  cost        $1']);
  });

  it('keeps a gap after a long label', () => {
    expect(labelledRow({ label: 'a-rather-long-label', text: ['x'] }, view)).toEqual(['  a-rather-long-label x']);
  });

  it('has its label on a line of its own in a narrow window', () => {
    expect(labelledRow({ mark: { sign: 'held', role: 'warn' }, label: 'held', text: ['why'] }, { ...view, columns: 40 })).toEqual(
      ['‖ held', '    why'],
    );
  });
});
