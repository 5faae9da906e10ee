import type { EvidenceSource, Touch } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTouch } from '../a-touch-set.testing.js';
import { sharedTouches } from './shared-touches.js';

/** `touches('declared', {'a.ts': 0.5})`. */
function touches(source: EvidenceSource, files: Readonly<Record<string, number>>): readonly Touch[] {
  return Object.entries(files).map(([path, p]) => ({ ...aTouch(path, p), evidence: [{ source, detail: source }] }));
}

describe('what two tasks share', () => {
  it('is nothing when no file is in both', () => {
    expect(sharedTouches(touches('declared', { 'a.ts': 0.9 }), touches('declared', { 'b.ts': 0.9 }))).toEqual({
      any: -0,
      said: -0,
      carrier: undefined,
    });
  });

  it('is the chance that any of the files is written by both', () => {
    const { any } = sharedTouches(
      touches('declared', { 'a.ts': 0.5, 'b.ts': 0.4, 'c.ts': 0.9 }),
      touches('declared', { 'a.ts': 0.5, 'b.ts': 0.5, 'd.ts': 0.9 }),
    );
    expect(any).toBeCloseTo(1 - (1 - 0.25) * (1 - 0.2), 12);
  });

  it('is carried by the file that adds most, of equals the first by path', () => {
    const carrierOf = (files: Readonly<Record<string, number>>) =>
      sharedTouches(touches('path', files), touches('path', { 'a.ts': 0.5, 'b.ts': 0.9, 'c.ts': 0.9 })).carrier;
    expect(carrierOf({ 'a.ts': 0.9, 'b.ts': 0.6 })).toBe('b.ts');
    expect(carrierOf({ 'c.ts': 0.6, 'b.ts': 0.6 })).toBe('b.ts');
  });

  it.each(['text', 'history', 'heat', 'symbol', 'reference'] as const)(
    'is not said outright where one of them is only guessed by %s',
    (source) => {
      const said = touches('path', { 'a.ts': 0.8 });
      expect(sharedTouches(said, touches(source, { 'a.ts': 0.8 }))).toMatchObject({ any: expect.closeTo(0.64, 9), said: -0 });
      expect(sharedTouches(said, said).said).toBeCloseTo(0.64, 9);
    },
  );

  it('is said outright when a guess only adds to what is said', () => {
    const [one] = touches('path', { 'a.ts': 0.8 });
    const both: readonly Touch[] =
      one === undefined ? [] : [{ ...one, evidence: [{ source: 'heat', detail: 'x' }, ...one.evidence] }];
    expect(sharedTouches(both, both).said).toBeCloseTo(0.64, 9);
  });
});

const files = fc.dictionary(fc.constantFrom('a.ts', 'b.ts', 'c.ts', 'd.ts'), fc.double({ min: 0.001, max: 0.99, noNaN: true }));
const source = fc.constantFrom<EvidenceSource>('declared', 'path', 'text', 'heat');
const some = fc.tuple(source, files).map(([from, of]) => touches(from, of));

describe('for any two tasks', () => {
  it('it is the same whichever comes first, a probability, and what is said never more than all', async () => {
    await fc.assert(
      fc.property(some, some, (one, other) => {
        const shared = sharedTouches(one, other);
        expect(sharedTouches(other, one)).toEqual(shared);
        expect(shared.any).toBeGreaterThanOrEqual(0);
        expect(shared.any).toBeLessThan(1);
        expect(shared.said).toBeLessThanOrEqual(shared.any);
        expect(shared.carrier === undefined).toBe(shared.any === 0);
      }),
    );
  });

  it('a file more in one of them never lowers it', async () => {
    await fc.assert(
      fc.property(some, some, fc.double({ min: 0.001, max: 0.99, noNaN: true }), (one, other, p) => {
        const more = [...one, ...touches('declared', { 'e.ts': p })];
        const before = sharedTouches(one, [...other, ...touches('declared', { 'e.ts': 0.5 })]);
        expect(sharedTouches(more, [...other, ...touches('declared', { 'e.ts': 0.5 })]).any).toBeGreaterThan(before.any);
        expect(sharedTouches(more, other).any).toBe(sharedTouches(one, other).any);
      }),
    );
  });
});
