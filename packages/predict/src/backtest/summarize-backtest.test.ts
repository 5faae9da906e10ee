import { type Caution, repoPath } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import type { PlanOutcome } from './plan-outcome.js';
import { summarizeBacktest } from './summarize-backtest.js';

/** Files each task changed, as letters; waves of each point, as digits: `anOutcome('ab a c', '001 012')`. */
function anOutcome(files: string, points: string, risks: Readonly<Record<string, number>> = {}): PlanOutcome {
  const cautions: readonly Caution[] = ['fast', 'balanced', 'careful'];
  return {
    oneAuthor: true,
    tasks: files.split(' ').map((letters) => ({ predicted: [...letters].map(repoPath), changed: new Set(letters) })),
    risk: (a, b) => risks[`${a}${b}`] ?? 0,
    points: points
      .split(' ')
      .map((waves, n) => ({ caution: cautions[n] ?? 'fast', threshold: 0.5, waveOf: [...waves].map(Number) })),
  };
}

function summary(outcomes: readonly PlanOutcome[], present = 0) {
  return summarizeBacktest({ base: aCommit(1), concurrency: 2, outcomes, present });
}

function times<T>(n: number, one: T): readonly T[] {
  return Array.from({ length: n }, () => one);
}

const exactly = (value: number) => ({ value, low: value, high: value });

describe('the summary of a backtest', () => {
  it('counts plans, pairs, collisions and waves', () => {
    const told = summary([anOutcome('a a b', '001 010', { '01': 0.6, '02': 0.1 })]);
    expect(told).toMatchObject({
      plans: { oneAuthor: 1, anybody: 0, tasks: 3 },
      pairs: { all: 3, conflicting: 1 },
      enough: false,
      files: { recallAt10: exactly(1) },
      risks: { auc: exactly(1), falseConflictsAt80: exactly(0) },
      listedCollisions: exactly(1),
      points: [
        { caution: 'fast', collisions: exactly(1), waves: exactly(2), wavesSaved: exactly(1), cost: exactly(2) },
        { caution: 'balanced', collisions: exactly(0), waves: exactly(2), wavesSaved: exactly(1), cost: exactly(1) },
      ],
    });
    expect(told).not.toHaveProperty('recommended');
  });

  it('recommends the point that is clearly cheaper', () => {
    expect(summary(times(30, anOutcome('a a b', '001 010'))).recommended).toBe(1);
  });

  it('recommends nothing when the point in use is the best', () => {
    expect(summary(times(30, anOutcome('a a b', '001 010')), 1)).not.toHaveProperty('recommended');
  });

  it('recommends nothing when the difference could be luck', () => {
    const better = anOutcome('a a b', '001 010');
    const worse = anOutcome('a a b', '010 001');
    expect(summary([...times(16, better), ...times(15, worse)])).not.toHaveProperty('recommended');
  });

  it('recommends nothing below thirty conflicting pairs, whatever they say', () => {
    const told = summary(times(29, anOutcome('a a b', '001 010')));
    expect(told.enough).toBe(false);
    expect(told).not.toHaveProperty('recommended');
  });

  it('does not call a wave worth half a collision better than none', () => {
    const outcome = anOutcome('a a b', '001 012');
    expect(summary(times(40, outcome)).recommended).toBe(1);
    expect(summary([...times(20, outcome), ...times(20, anOutcome('a b c', '001 012'))])).not.toHaveProperty('recommended');
  });

  it('answers for no plan at all', () => {
    expect(summary([])).toMatchObject({ plans: { oneAuthor: 0, anybody: 0, tasks: 0 }, enough: false, points: [] });
  });
});
