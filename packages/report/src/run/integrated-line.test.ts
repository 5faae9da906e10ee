import { taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../columns-of.js';
import { finished, usage, work } from '../example-run.testing.js';
import { integratedLine, waveLine } from './integrated-line.js';

const view = { columns: 80, colour: false, unicode: true };
const [first] = finished.tasks;

function line(columns: number, rest: Partial<NonNullable<typeof first>> = {}): string {
  return integratedLine(finished, { ...first!, ...rest }, { ...view, columns });
}

function drifted(...unpredicted: readonly string[]): string {
  const state = { state: 'integrated', attempt: 1, work: work(3, [1, 1], unpredicted), commit: finished.tip } as const;
  return line(120, { state }).slice(36, 70).trim();
}

describe('the line of a finished task', () => {
  it('has its figures at the right edge', () => {
    expect(line(80)).toBe('✔ order-history-api     integrated          8 files    +212 −18    4:26   $0.84');
    expect(line(40)).toBe('✔ order-history-api         4:26  $0.84');
  });

  it('leaves out a cost that was not told and still lines up', () => {
    expect(line(80, { usage: usage(266, 0) })).toBe('✔ order-history-api     integrated          8 files    +212 −18    4:26');
  });

  it('cuts a long name, not a figure', () => {
    const long = line(60, { id: taskId('a'.repeat(64)) });
    expect([columnsOf(long), long.endsWith('8 files    +212 −18    4:26   $0.84')]).toEqual([59, true]);
  });

  it('says in a wide window how well it was predicted', () => {
    expect(drifted()).toBe('as predicted');
    expect(drifted('src/query.ts')).toBe('1 file not predicted: query.ts');
    expect(drifted('a', 'b')).toBe('2 files not predicted');
  });
});

describe('the line under a wave', () => {
  it('says how many came through', () => {
    expect(waveLine({ ...finished, wave: 1 }, view)).toBe(
      '── wave 1 integrated ────────────────────────────────── 3 tasks    5:12   $1.93',
    );
    expect(waveLine({ ...finished, wave: 2 }, { ...view, columns: 40 })).toBe('── wave 2 over, 2 of 3 ─    4:50  $1.34');
  });
});
