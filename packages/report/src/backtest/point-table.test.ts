import { describe, expect, it } from 'vitest';
import { columnsOf } from '../columns-of.js';
import { exampleBacktest } from './example-backtest.testing.js';
import { pointName, pointTable } from './point-table.js';

const view = { columns: 80, colour: false, unicode: true };

/** The table of the example in a window of so many columns. */
function table(columns: number): readonly string[] {
  return pointTable(exampleBacktest, { ...view, columns });
}

describe('the table of ways to plan', () => {
  it('has ranges from the first width that holds them all, and figures alone below', () => {
    expect(table(69)[3]).toBe('  balanced at 0.3     0.33 (0.3-0.4)  4.70 (4.5-4.9)  7.30 (6.9-7.7)');
    expect(table(68)[3]).toBe('  balanced at 0.3        0.33     4.70');
  });

  it.each([
    [39, ['A plan, 3 at once     clashes    waves', '  in the order made      1.48', '  fast                   0.61     4.00']],
    [38, ['A plan, 3 at once     clashes', '  in the order made      1.48', '  fast                   0.61']],
    [30, ['A plan, 3 at once     clashes', '  in the order made      1.48', '  fast                   0.61']],
    [29, ['A plan, 3 at once', '  in the order made', '  fast']],
  ])('leaves out what does not fit whole in %d columns, for half a figure is another', (columns, lines) => {
    expect(table(columns).slice(0, 3)).toEqual(lines);
  });

  it.each(Array.from({ length: 61 }, (_, n) => n + 1))('fits a window of %d columns and marks the way in use', (columns) => {
    const lines = table(columns);
    for (const line of lines) expect(columnsOf(line)).toBeLessThan(Math.max(20, columns));
    expect(lines.filter((line) => line.startsWith('▶'))).toEqual([lines[2 + exampleBacktest.present]]);
    expect(lines.join('')).not.toContain('…');
  });

  it('keeps blanks between figures of several digits', () => {
    const points = exampleBacktest.points.map((point) => ({ ...point, waves: { value: 11.25, low: 10.5, high: 12 } }));
    const lines = pointTable({ ...exampleBacktest, points }, { ...view, columns: 100 });
    expect(lines.slice(0, 3)).toEqual([
      'A plan, 3 at once            collisions              waves        waves saved',
      '  in the order made      1.48 (1.2-1.8)',
      '  fast                   0.61 (0.5-0.7)  11.25 (10.5-12.0)     8.00 (7.6-8.4)',
    ]);
  });

  it('marks none when none is in use, and has two lines when nothing was measured', () => {
    const unused = { ...exampleBacktest, present: -1 };
    expect(pointTable(unused, view).filter((line) => !line.startsWith('  '))).toEqual([
      'A plan, 3 at once         collisions           waves     waves saved',
    ]);
    expect(pointTable({ ...unused, points: [] }, view)).toHaveLength(2);
  });

  it('says so in ASCII where no other signs can be shown', () => {
    for (const line of pointTable(exampleBacktest, { ...view, unicode: false })) expect(line).toMatch(/^[ -~]*$/);
  });
});

it('a way to plan is named with its threshold only where that has a part', () => {
  expect(exampleBacktest.points.map(pointName)).toEqual(['fast', 'balanced at 0.3', 'balanced at 0.5', 'careful']);
});
