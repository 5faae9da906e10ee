import { type Evidence, repoPath } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineFindings } from './combine-findings.js';
import type { Finding } from './finding.js';

function finding(path: string, p: number, source: Evidence['source'] = 'path', detail = 'brief: its path'): Finding {
  return { path: repoPath(path), p, evidence: { source, detail } };
}

describe('what several sources say of one file', () => {
  it('is one touch, more probable than by any of them, the strongest reason first', () => {
    expect(combineFindings([finding('a.ts', 0.2, 'text', 'words: a'), finding('a.ts', 0.5, 'symbol', 'brief: A')])).toEqual([
      {
        path: 'a.ts',
        p: 0.6,
        confidence: 'likely',
        evidence: [
          { source: 'symbol', detail: 'brief: A' },
          { source: 'text', detail: 'words: a' },
        ],
      },
    ]);
  });

  it('is never more than nearly certain', () => {
    expect(combineFindings([finding('a.ts', 0.97), finding('a.ts', 0.95)])).toMatchObject([{ p: 0.99, confidence: 'certain' }]);
  });

  it('is said once when two say the same, though it counts twice', () => {
    expect(combineFindings([finding('a.ts', 0.5), finding('a.ts', 0.5)])).toEqual([
      { path: 'a.ts', p: 0.75, confidence: 'likely', evidence: [{ source: 'path', detail: 'brief: its path' }] },
    ]);
  });

  it('names the earlier source first when both weigh the same', () => {
    const found = [finding('a.ts', 0.5, 'symbol', 'brief: A'), finding('a.ts', 0.5, 'hub', 'exports new file')];
    expect(combineFindings(found)[0]?.evidence.map(({ source }) => source)).toEqual(['symbol', 'hub']);
  });
});

it('sorts by falling probability, then path, and leaves out what is next to nothing', () => {
  const found = [finding('c.ts', 0.3), finding('b.ts', 0.3), finding('z.ts', 0.9), finding('a.ts', 0.0004)];
  expect(combineFindings(found).map(({ path }) => path)).toEqual(['z.ts', 'b.ts', 'c.ts']);
});

const someFindings = fc.array(
  fc.record({ path: fc.constantFrom('a.ts', 'b.ts', 'c/d.ts'), p: fc.double({ min: 0.001, max: 0.99, noNaN: true }) }),
  { maxLength: 12 },
);

it('one more reason never lowers a probability', async () => {
  await fc.assert(
    fc.property(someFindings, fc.double({ min: 0.001, max: 0.99, noNaN: true }), (found, p) => {
      const findings = found.map((one) => finding(one.path, one.p));
      const before = combineFindings(findings);
      const after = new Map(combineFindings([...findings, finding('a.ts', p)]).map((touch) => [touch.path, touch.p]));
      for (const touch of before) expect(after.get(touch.path)).toBeGreaterThanOrEqual(touch.p);
    }),
  );
});

it('does not depend on the order in which reasons come', async () => {
  await fc.assert(
    fc.property(someFindings, (found) => {
      const findings = found.map((one) => finding(one.path, one.p));
      expect(combineFindings([...findings].reverse())).toEqual(combineFindings(findings));
    }),
  );
});
