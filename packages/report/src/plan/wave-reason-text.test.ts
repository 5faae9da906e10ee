import { type Forecast, taskId, type WaveReason } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePlan } from '../example-plan.testing.js';
import { wavesText } from './wave-reason-text.js';

const ids = (...names: readonly string[]) => names.map(taskId);
const around = { before: 0, behind: 0 };
const text = (reason: WaveReason, wanted: Partial<Forecast> = {}) =>
  wavesText({ ...examplePlan, forecast: { ...examplePlan.forecast, reason, ...wanted } });

describe('why there are no fewer waves', () => {
  it.each<[WaveReason, string]>([
    [{ kind: 'chain', tasks: ids('a', 'b', 'c') }, 'a then b then c, each waiting for the one before'],
    [{ kind: 'concurrency', tasks: ids('a', 'b', 'c', 'd', 'e', 'f', 'g'), ...around }, '7 tasks, 3 at once'],
    [{ kind: 'apart', tasks: ids('a', 'b', 'c'), path: 'package.json', ...around }, 'a, b and c all write package.json'],
    [{ kind: 'apart', tasks: ids('a', 'b', 'c'), ...around }, 'a, b and c cannot share a wave, no two of them'],
    [
      { kind: 'apart', tasks: ids('a', 'b'), before: 1, behind: 2 },
      'a and b cannot share a wave, no two of them, with 1 wave before them and 2 waves after them',
    ],
    [
      { kind: 'resource', tasks: ids('a', 'b', 'c'), resource: 'gpu', capacity: 2, amount: 5, ...around },
      'a, b and c need 5 of gpu, and there is 2',
    ],
    [{ kind: 'alone', tasks: ids('a'), others: 4 }, 'a runs beside no other, and 4 tasks are left'],
    [
      { kind: 'apart', tasks: ids('a', 'b', 'c', 'd', 'e', 'f', 'g'), path: 'x.ts', ...around },
      'a, b, c, d and 3 others all write x.ts',
    ],
  ])('%#', (reason, why) => {
    expect(text(reason)).toBe(`3, proved minimal: ${why}`);
  });

  const chain: WaveReason = { kind: 'chain', tasks: ids('a', 'b') };

  it('says how many more there are when nothing is proved', () => {
    expect(text(chain, { lowerBound: 2 })).toBe('3; at least 2 are needed: a then b, each waiting for the one before');
  });

  it('says what waves were spent for', () => {
    expect(text(chain, { lowerBound: 2, fewest: 2 })).toBe(
      '3, of which 1 only to keep likely clashes apart; 2 is proved minimal: a then b, each waiting for the one before',
    );
  });

  it('says nothing of a single wave, nor without an argument', () => {
    expect(text(chain, { waves: 1, lowerBound: 1 })).toBeUndefined();
    expect(wavesText(examplePlan)).toBeUndefined();
  });
});
