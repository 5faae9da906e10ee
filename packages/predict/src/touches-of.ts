import { confidenceOf, type Touch } from '@breakwater/model';
import { combineFindings } from './combine-findings.js';
import { evidenceFor } from './evidence-for.js';
import type { Finding } from './finding.js';
import type { Guessed } from './pair/guess.js';
import type { View } from './signals/view.js';
import { WEIGHTS } from './weights.js';

/**
 * What was found and what is guessed with at least `least`, by falling p, then path. The model was told what was found, so the higher
 * of the two counts.
 */
export function touchesOf(
  view: View,
  found: readonly Finding[],
  guessed: readonly Guessed[],
  least: number = WEIGHTS.least,
): readonly Touch[] {
  const { isFree } = view.ground;
  const touches = new Map(combineFindings(found).map((touch) => [touch.path, touch]));
  for (const one of guessed) {
    const p = rounded(one.p);
    if (!(p >= least)) continue;
    const touch = guessedTouch(view, one.file, p);
    touches.set(touch.path, both(touches.get(touch.path), touch));
  }
  return [...touches.values()].filter(({ path }) => !isFree(path)).sort(byFallingP);
}

/** To ten-thousandths, which is more than can be told. */
function rounded(p: number): number {
  return Math.min(WEIGHTS.most, Math.round(p * 10_000) / 10_000);
}

function guessedTouch(view: View, file: number, p: number): Touch {
  const path = view.ground.paths.all[file];
  if (path === undefined) throw new Error(`Internal error: no file ${file}`);
  return { path, p, confidence: confidenceOf(p), evidence: evidenceFor(view, file) };
}

function both(found: Touch | undefined, guessed: Touch): Touch {
  if (found === undefined) return guessed;
  const p = Math.max(found.p, guessed.p);
  return { ...found, p, confidence: confidenceOf(p), evidence: [...found.evidence, ...guessed.evidence] };
}

function byFallingP(a: Touch, b: Touch): number {
  return b.p - a.p || (a.path < b.path ? -1 : 1);
}
