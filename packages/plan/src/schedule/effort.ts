import type { Effort } from '@breakwater/model';

/**
 * How long a search may go on, in elementary steps: the same steps on any machine, so the same plan. What they take on one core of
 * an ordinary machine of 2026, when no bound stops them earlier: `low` 10 ms, `default` 50 ms, `more` 250 ms, `high` 1 s.
 */
const STEPS: Readonly<Record<Effort, number>> = {
  low: 3_000_000,
  default: 15_000_000,
  more: 75_000_000,
  high: 300_000_000,
};

/** Lists shorter than this are searched through long before; they get less. */
const SHORT = 32;

export function stepsFor(effort: Effort, size: number): number {
  return STEPS[effort] * Math.min(1, (size / SHORT) ** 2);
}
