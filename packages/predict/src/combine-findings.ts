import { confidenceOf, type Evidence, type RepoPath, type Touch } from '@breakwater/model';
import type { Finding } from './finding.js';
import { WEIGHTS } from './weights.js';

/** One touch per file, sorted by falling p, then path. Reasons are taken as independent (noisy-or), so one more never lowers p. */
export function combineFindings(findings: readonly Finding[]): readonly Touch[] {
  const byPath = new Map<RepoPath, Finding[]>();
  for (const finding of findings) {
    const known = byPath.get(finding.path);
    if (known === undefined) byPath.set(finding.path, [finding]);
    else known.push(finding);
  }
  return [...byPath]
    .map(([path, about]) => touchOf(path, about))
    .filter(({ p }) => p >= WEIGHTS.least)
    .sort(byFallingP);
}

function touchOf(path: RepoPath, about: readonly Finding[]): Touch {
  const p = noisyOr(about.map((finding) => finding.p));
  return { path, p, confidence: confidenceOf(p), evidence: evidenceOf(about) };
}

/** Rounded to ten-thousandths, so that the order of multiplication cannot show. */
function noisyOr(probabilities: readonly number[]): number {
  const none = [...probabilities].sort((a, b) => a - b).reduce((product, p) => product * (1 - p), 1);
  return Math.min(WEIGHTS.most, Math.round((1 - none) * 10_000) / 10_000);
}

/** The strongest reason first, equal ones in the order of the table of sources; each said once. */
function evidenceOf(about: readonly Finding[]): readonly Evidence[] {
  const said = new Map<string, Evidence>();
  for (const { evidence } of [...about].sort((a, b) => b.p - a.p)) {
    const key = `${evidence.source} ${evidence.detail}`;
    if (!said.has(key)) said.set(key, evidence);
  }
  return [...said.values()];
}

function byFallingP(a: Touch, b: Touch): number {
  return b.p - a.p || (a.path < b.path ? -1 : 1);
}
