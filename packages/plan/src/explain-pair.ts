import type { PairExplanation, PairRelation, Plan, PlannedTask, Precedence, TaskId } from '@breakwater/model';

/** How two tasks of the plan stand to each other, and why. Throws an internal error for a task the plan does not have. */
export function explainPair(plan: Plan, a: TaskId, b: TaskId): PairExplanation {
  const [first, second] = [plannedTask(plan, a), plannedTask(plan, b)];
  const risk = plan.risks.find(({ between }) => between.includes(a) && between.includes(b) && a !== b);
  return {
    between: [a, b],
    waves: [first.wave, second.wave],
    relation: relationOf(plan, a, b),
    risk: risk?.p ?? 0,
    shared: sharedFiles(first, second),
  };
}

function plannedTask(plan: Plan, id: TaskId): PlannedTask {
  const task = plan.tasks.find((one) => one.id === id);
  if (task === undefined) throw new Error(`Internal error: task ${id} is not in the plan`);
  return task;
}

function relationOf(plan: Plan, a: TaskId, b: TaskId): PairRelation {
  const way = wayByPrecedence(plan.precedences, a, b) ?? wayByPrecedence(plan.precedences, b, a);
  if (way !== undefined) return { kind: 'ordered', path: [...way.path], reasons: way.steps.flatMap(({ reasons }) => reasons) };
  const conflict = plan.conflicts.find(({ between }) => between.includes(a) && between.includes(b) && a !== b);
  return conflict === undefined ? { kind: 'free' } : { kind: 'apart', reasons: conflict.reasons };
}

interface Way {
  readonly path: readonly TaskId[];
  readonly steps: readonly Precedence[];
}

/** The shortest way, breadth-first; of equals the one whose steps come first in the plan. */
function wayByPrecedence(precedences: readonly Precedence[], from: TaskId, to: TaskId): Way | undefined {
  const seen = new Set([from]);
  const queue: Way[] = [{ path: [from], steps: [] }];
  for (const { path, steps } of queue) {
    for (const step of precedences) {
      if (step.before !== path.at(-1) || seen.has(step.after)) continue;
      const way = { path: [...path, step.after], steps: [...steps, step] };
      if (step.after === to) return way;
      seen.add(step.after);
      queue.push(way);
    }
  }
  return undefined;
}

/** By the probability that both write it, then by path. */
function sharedFiles(first: PlannedTask, second: PlannedTask): PairExplanation['shared'] {
  const others = new Map(second.writes.map((touch) => [touch.path, touch]));
  return first.writes
    .flatMap((mine) => {
      const theirs = others.get(mine.path);
      return theirs === undefined ? [] : [{ path: mine.path, touches: [mine, theirs] as const }];
    })
    .sort((a, b) => together(b.touches) - together(a.touches) || (a.path < b.path ? -1 : 1));
}

function together([mine, theirs]: readonly [{ readonly p: number }, { readonly p: number }]): number {
  return mine.p * theirs.p;
}
