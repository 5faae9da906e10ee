import type { Conflict, Constraint, Plan, TaskId } from '@breakwater/model';
import { hubFiles, realPathOf } from './hub-files.js';

/** Everything in a plan that its author could change, what concerns most tasks first. */
export function listConstraints(plan: Plan): readonly Constraint[] {
  return [
    ...vagueOnes(plan),
    ...hubConstraints(plan),
    ...resourceConstraints(plan),
    ...exclusiveOnes(plan),
    more(plan),
    ...edges(plan),
  ];
}

/** Of all those, what one task could be freed of, all of it together, and room for one more where it might have run earlier. */
export function constraintsOf(plan: Plan, task: TaskId): readonly Constraint[] {
  const own = listConstraints(plan).filter((one) => concerns(one, task));
  const later = plan.tasks.some(({ id, wave }) => id === task && wave > 1);
  return [
    ...own,
    ...(own.some(({ kind }) => kind !== 'order') ? [{ kind: 'task' as const, task }] : []),
    ...(later ? [more(plan)] : []),
  ];
}

function concerns(constraint: Constraint, task: TaskId): boolean {
  switch (constraint.kind) {
    case 'pair':
      return constraint.between.includes(task);
    case 'resource':
      return constraint.tasks.includes(task);
    case 'order':
      return constraint.before === task || constraint.after === task;
    case 'file':
    case 'concurrency':
      return false;
    default:
      return constraint.task === task;
  }
}

function vagueOnes({ diagnostics }: Plan): readonly Constraint[] {
  return diagnostics.flatMap(({ code, task }) =>
    code === 'Q_VAGUE' && task !== undefined ? [{ kind: 'vague' as const, task }] : [],
  );
}

function hubConstraints(plan: Plan): readonly Constraint[] {
  return hubFiles(plan).map(({ path, tasks }) => ({ kind: 'file', path, tasks }));
}

/** Those that more tasks need than can have it at once. */
function resourceConstraints({ tasks }: Plan): readonly Constraint[] {
  const users = new Map<string, TaskId[]>();
  for (const { id, resources } of tasks) {
    for (const name of new Set(resources.map((one) => one.name))) users.set(name, [...(users.get(name) ?? []), id]);
  }
  const shared = [...users].filter(([, list]) => list.length > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return shared.map(([resource, list]) => ({ kind: 'resource', resource, tasks: list }));
}

function exclusiveOnes({ conflicts }: Plan): readonly Constraint[] {
  const alone = conflicts.flatMap(({ reasons }) => reasons.flatMap((one) => (one.kind === 'exclusive' ? [one.task] : [])));
  return [...new Set(alone)].map((task) => ({ kind: 'exclusive', task }));
}

function edges({ conflicts, precedences }: Plan): readonly Constraint[] {
  const own = conflicts.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'write-write' || kind === 'risk'));
  return [...own.map(pairConstraint), ...precedences.map(({ before, after }) => ({ kind: 'order' as const, before, after }))];
}

function pairConstraint({ between, reasons }: Conflict): Constraint {
  const paths = new Set(reasons.flatMap(realPathOf));
  const [path] = paths;
  return { kind: 'pair', between, ...(path === undefined || paths.size > 1 ? {} : { path }) };
}

function more({ concurrency }: Plan): Constraint {
  return { kind: 'concurrency', sessions: concurrency };
}
