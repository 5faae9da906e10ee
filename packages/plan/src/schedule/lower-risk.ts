import type { Arranged, Assignment } from './arrangement.js';
import { isSmall, leastRisk } from './least-risk.js';
import type { Problem } from './problem.js';
import { searchRisk } from './search-risk.js';

/**
 * As little summed risk as there is in the given number of waves, for a short list; for a longer one as little as a search of so many
 * `steps` finds. The waves must suffice, as `start` shows.
 */
export function lowerRisk(problem: Problem, start: Assignment, waves: number, steps: number): Arranged {
  const least = isSmall(problem) ? leastRisk(problem, waves) : undefined;
  return least === undefined ? searchRisk(problem, start, waves, steps) : { waves, ...least };
}
