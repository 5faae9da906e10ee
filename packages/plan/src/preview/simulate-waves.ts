import { at } from '../at.js';
import type { DrawnRun } from './draw-run.js';
import { someReviewers } from './reviewers.js';
import type { Conditions } from './simulate-stream.js';

/** Minutes until the last wave is integrated: each begins when all of the one before is verified, and reviewed where that is asked for. */
export function simulateWaves(waves: readonly (readonly number[])[], run: DrawnRun, conditions: Conditions): number {
  return waves.reduce((start, wave) => start + waveMinutes(wave, run, conditions), 0);
}

function waveMinutes(wave: readonly number[], run: DrawnRun, { lanes, review, verifyMinutes }: Conditions): number {
  const ends = sessionEnds(wave, run, lanes);
  const over = Math.max(...ends);
  const reviewers = someReviewers(review.reviewers);
  const reviewed = wave.map((task, n) => {
    if (review.mode === 'none') return at(ends, n);
    return reviewers.review(review.mode === 'wave' ? over : at(ends, n), at(run.review, task));
  });
  return Math.max(...reviewed) + verifyMinutes;
}

/** A wave may have more tasks than there are lanes: then the next one starts when a session ends. */
function sessionEnds(wave: readonly number[], run: DrawnRun, lanes: number): readonly number[] {
  const freeAt = new Float64Array(Math.min(lanes, wave.length));
  return wave.map((task) => {
    const lane = freeAt.indexOf(Math.min(...freeAt));
    const end = at(freeAt, lane) + at(run.session, task);
    freeAt[lane] = end;
    return end;
  });
}
