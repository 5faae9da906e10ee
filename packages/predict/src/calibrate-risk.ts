import { WEIGHTS } from './weights.js';

/**
 * What a computed risk turned out to be. Files are not independent: two tasks about one thing share more of them than their single
 * probabilities say, so small risks come true several times as often. A straight line in log-odds (Platt scaling): order is kept.
 */
export function calibrateRisk(p: number): number {
  const { shift, slope } = WEIGHTS.pair;
  const odds = shift + slope * Math.log(p / (1 - p));
  return 1 / (1 + Math.exp(-odds));
}
