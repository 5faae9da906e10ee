import { isTask, type PastChange } from './is-task.js';

/** Commits that could have been one plan: oldest first. */
export interface PastPlan<C> {
  readonly oneAuthor: boolean;
  readonly commits: readonly C[];
}

export interface PastPlanLimits {
  /** Tasks of a plan. */
  readonly size: number;
  /** Commits looked at, the newest ones. */
  readonly commits: number;
}

interface Dated {
  /** Tells authors apart. */
  readonly author: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** A backlog is worked off within about this many seconds. */
const SPAN = 45 * 24 * 3600;

/**
 * Cuts history, newest first, into plans. One person's next commits are what this tool is for, so authors come first, the busiest
 * ahead; what is left over of all authors together fills plans of anybody's. A commit belongs to one plan of each kind at most.
 */
export function pastPlans<C extends PastChange & Dated>(history: readonly C[], limits: PastPlanLimits): readonly PastPlan<C>[] {
  const tasks = history.filter(isTask).slice(0, limits.commits);
  const solo = byAuthor(tasks).flatMap((own) => cut(own, limits.size));
  const used = new Set(solo.flat());
  const rest = cut(
    tasks.filter((one) => !used.has(one)),
    limits.size,
  );
  return [
    ...solo.map((commits) => ({ oneAuthor: true, commits: commits.toReversed() })),
    ...rest.map((commits) => ({ oneAuthor: false, commits: commits.toReversed() })),
  ];
}

/** The busiest author first; of two as busy, the one who committed last. */
function byAuthor<C extends Dated>(tasks: readonly C[]): readonly (readonly C[])[] {
  const own = new Map<string, C[]>();
  for (const task of tasks) {
    const known = own.get(task.author);
    if (known === undefined) own.set(task.author, [task]);
    else known.push(task);
  }
  return [...own.values()].sort((a, b) => b.length - a.length);
}

function cut<C extends Dated>(tasks: readonly C[], size: number): readonly (readonly C[])[] {
  const plans: (readonly C[])[] = [];
  for (let at = 0; at + size <= tasks.length; ) {
    const plan = tasks.slice(at, at + size);
    const [newest, oldest] = [plan[0], plan.at(-1)];
    if (newest !== undefined && oldest !== undefined && newest.time - oldest.time <= SPAN) {
      plans.push(plan);
      at += size;
    } else at += 1;
  }
  return plans;
}
