import type { Caution } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInstance } from './an-instance.testing.js';
import { fewestWaves } from './fewest-waves.js';
import { type Instance, waveCount } from './instance.js';
import { lowerBound } from './lower-bound.js';
import { lowerRisk } from './lower-risk.js';
import { scheduleWaves } from './schedule-waves.js';
import { settleOrder } from './settle-order.js';
import { brokenBy, riskInside, someInstance } from './some-instance.testing.js';

const someCaution = fc.constantFrom<Caution>('fast', 'balanced', 'careful');
const holds = (law: (instance: Instance, caution: Caution) => void) =>
  fc.assert(fc.property(someInstance, someCaution, law), { numRuns: 40 });

const fewest = (instance: Instance) => fewestWaves(instance, lowerBound(instance));

describe('any schedule', () => {
  it('breaks no rule, and takes no fewer waves than its bound', async () => {
    await holds((instance, caution) => {
      const { waveOf, lowerBound: bound } = scheduleWaves(instance, caution);
      expect(brokenBy(instance, waveOf)).toEqual([]);
      expect(waveCount(waveOf)).toBeGreaterThanOrEqual(bound);
    });
  });

  it('takes more waves with more caution, and risks less', async () => {
    await holds((instance) => {
      const [fast, balanced, careful] = (['fast', 'balanced', 'careful'] as const).map((caution) => {
        const { waveOf } = scheduleWaves(instance, caution);
        return { waves: waveCount(waveOf), risk: riskInside(instance, waveOf) };
      });
      expect(balanced?.waves).toBeGreaterThanOrEqual(fast?.waves ?? 0);
      expect(balanced?.risk).toBeLessThanOrEqual(fast?.risk ?? 0);
      expect(careful?.risk).toBeLessThan(1000);
      // an extra wave has to save half a collision
      expect((fast?.risk ?? 0) - (balanced?.risk ?? 0)).toBeGreaterThanOrEqual(
        5000 * ((balanced?.waves ?? 0) - (fast?.waves ?? 0)),
      );
    });
  });

  it('is the same every time', async () => {
    await holds((instance, caution) => {
      expect(scheduleWaves(instance, caution)).toEqual(scheduleWaves(instance, caution));
    });
  });
});

describe('each step on the way', () => {
  it('finds as few waves forwards as backwards in time', async () => {
    await holds((instance) => {
      const order = [...instance.order].reverse();
      const backwards = { ...instance, before: instance.after, after: instance.before, order };
      expect(waveCount(fewest(backwards))).toBe(waveCount(fewest(instance)));
    });
  });

  it('lowers risk without a wave more or a rule less, and says truly what is left', async () => {
    await holds((instance) => {
      const start = fewest(instance);
      const { waveOf, risk, waves } = lowerRisk(instance, start, waveCount(start));
      expect(brokenBy(instance, waveOf).filter((fault) => !fault.includes('empty'))).toEqual([]);
      expect({ risk, waves }).toEqual({ risk: riskInside(instance, waveOf), waves: waveCount(start) });
      expect(risk).toBeLessThanOrEqual(riskInside(instance, start));
    });
  });

  it('lowers risk as far as it may look, never below what it started with', async () => {
    await holds((instance) => {
      const start = fewest(instance);
      const none = lowerRisk(instance, start, waveCount(start), 0);
      expect({ ...none, waveOf: [...none.waveOf] }).toEqual({
        waves: waveCount(start),
        risk: riskInside(instance, start),
        waveOf: [...start],
      });
    });
  });

  it('settles the order for no more risk and no more waves, and has nothing left to do then', async () => {
    await holds((instance) => {
      const waveOf = fewest(instance);
      const arranged = (one: typeof waveOf) => ({ waveOf: one, waves: waveCount(one), risk: riskInside(instance, one) });
      const settled = settleOrder(instance, arranged(waveOf));
      expect(brokenBy(instance, settled)).toEqual([]);
      expect(riskInside(instance, settled)).toBeLessThanOrEqual(riskInside(instance, waveOf));
      expect(waveCount(settled)).toBeLessThanOrEqual(waveCount(waveOf));
      expect(settleOrder(instance, arranged(settled))).toEqual(settled);
    });
  });
});

describe('fewest waves', () => {
  it('stops at the bound, and looks for no fewer', () => {
    expect(waveCount(fewestWaves(anInstance({ size: 9 }), 3))).toBe(3);
    expect([...fewestWaves(anInstance({ size: 0 }), 0)]).toEqual([]);
  });

  it('finds what no list order finds by itself: two colours for a ladder of conflicts', () => {
    // the crown: 0..4 against 5..9, each with all of the other side but its own partner; taking partners in turn needs five waves
    const crown = [0, 1, 2, 3, 4].flatMap((a) => [5, 6, 7, 8, 9].filter((b) => b !== a + 5).map((b) => [a, b] as const));
    const preferred = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
    expect(waveCount(fewestWaves(anInstance({ size: 10, concurrency: 5, conflicts: crown, preferred }), 2))).toBe(2);
  });
});
