import { readFileSync } from 'node:fs';
import { areaUnderCurve, FILE_SIGNALS, falseConflictsAt, MODELS, PAIR_SIGNALS, probability } from '@breakwater/predict';
import { describe, expect, it } from 'vitest';

/** Numbers measured of real changes and what came true; see record.mjs. */
interface Recorded {
  readonly written?: number;
  /** The truth, then the row. */
  readonly candidates?: readonly (readonly number[])[];
  readonly pair?: readonly number[];
  readonly conflict?: boolean;
}

/** A little below what the models reach here; these changes were among those they learned from, so strangers get less. */
const LEAST = { recall10: 0.6, auc: 0.91, falseAt80: 0.11 };

const [head = '{}', ...lines] = readFileSync(new URL('recorded.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const recorded = lines.map((line) => JSON.parse(line) as Recorded);

describe('the shipped models on recorded changes', () => {
  it('are asked about the signals that were recorded', () => {
    expect(JSON.parse(head)).toEqual({ files: FILE_SIGNALS, pairs: PAIR_SIGNALS });
  });

  it('put the files that were changed among the first', () => {
    const recalls = recorded.flatMap(({ written, candidates = [] }) => {
      if (written === undefined) return [];
      const ranked = candidates.map(([truth, ...row]) => ({ truth, p: probability(MODELS.files, row) }));
      const first = ranked.sort((a, b) => b.p - a.p).slice(0, 10);
      return [first.filter(({ truth }) => truth === 1).length / written];
    });
    expect(recalls.length).toBeGreaterThan(30);
    expect(recalls.reduce((sum, one) => sum + one, 0) / recalls.length).toBeGreaterThan(LEAST.recall10);
  });

  it('tell pairs that conflict from pairs that do not, and are not far off in how many', () => {
    const pairs = recorded.flatMap(({ pair, conflict = false }) =>
      pair === undefined ? [] : [{ risk: probability(MODELS.pairs, pair), conflict }],
    );
    expect(pairs.length).toBeGreaterThan(800);
    expect(areaUnderCurve(pairs)).toBeGreaterThan(LEAST.auc);
    expect(falseConflictsAt(0.8, pairs)).toBeLessThan(LEAST.falseAt80);
    const told = pairs.reduce((sum, { risk }) => sum + risk, 0);
    const came = pairs.filter(({ conflict }) => conflict).length;
    expect(told / came).toBeGreaterThan(0.7);
    expect(told / came).toBeLessThan(1.4);
  });
});
