import type { PastCommit } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';

const PATHS = ['a.ts', 'b.ts'];

/** Subjects of the commits like a task, with their likeness, the likest first. */
function like(brief: string, history: readonly PastCommit[]): readonly (readonly [string, number])[] {
  const { view } = viewTask(aTask('t', { title: 't', brief }), groundOf({ paths: PATHS, history }));
  return view.similar.map(({ change, likeness }) => [change.subject, likeness]);
}

const subjects = (...all: readonly string[]) => aHistory(Object.fromEntries(all.map((subject) => [subject, ['a.ts']])));

describe('past commits', () => {
  it('that say the same words are as like as can be, whatever words of the craft are around them', () => {
    expect(like('Please fix the refund', subjects('Add refund'))).toEqual([['Add refund', 1]]);
  });

  it('that share no word are not like it at all', () => {
    expect(like('Refund', subjects('Round totals', 'Sort orders'))).toEqual([]);
    expect(like('', subjects('Round totals'))).toEqual([]);
    expect(like('Refund', [])).toEqual([]);
  });

  it('are the less like the more they say besides', () => {
    const found = like('Refund', subjects('Refund customers shipping boats weekly', 'Refund customers', 'Refund'));
    expect(found.map(([subject]) => subject)).toEqual(['Refund', 'Refund customers', 'Refund customers shipping boats weekly']);
  });

  it('are a little less like the older they are, never by more than 3 in 10', () => {
    const filling = Array.from({ length: 5_000 }, (_, n) => `Part${n}x`);
    const [[, recent = 0] = [], [, old = 0] = []] = like('Refund', subjects('Refund', ...filling, 'Refund!'));
    expect(recent).toBe(1);
    expect(old).toBeLessThan(0.71);
    expect(old).toBeGreaterThan(0.7);
  });

  it('are kept to the forty likest', () => {
    const many = [
      ...Array.from({ length: 60 }, (_, n) => `Refund part${n}x`),
      ...Array.from({ length: 300 }, (_, n) => `Other${n}x`),
    ];
    const found = like('Refund', subjects(...many));
    expect(found).toHaveLength(40);
    expect(found[0]?.[0]).toBe('Refund part0x');
  });
});
