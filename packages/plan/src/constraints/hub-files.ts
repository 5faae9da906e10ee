import type { ConflictReason, HubFile, Plan, TaskId } from '@breakwater/model';

/** A file on which fewer tasks meet is told as a pair. */
const FEWEST = 3;

/** Files that keep three tasks or more apart: those that keep most pairs apart first, then by name. */
export function hubFiles(plan: Plan): readonly HubFile[] {
  const files = [...meetings(plan)].map(([path, { members, pairs }]): HubFile => {
    return { path, tasks: plan.tasks.map(({ id }) => id).filter((id) => members.has(id)), pairs };
  });
  return files.filter((one) => one.tasks.length >= FEWEST).sort((a, b) => b.pairs - a.pairs || (a.path < b.path ? -1 : 1));
}

interface Meeting {
  readonly members: Set<TaskId>;
  pairs: number;
}

/** Counted in place: hundreds of tasks on one file are tens of thousands of pairs. */
function meetings({ conflicts }: Plan): ReadonlyMap<string, Meeting> {
  const met = new Map<string, Meeting>();
  for (const { between, reasons } of conflicts) {
    for (const path of new Set(reasons.flatMap(realPathOf))) {
      const meeting = met.get(path) ?? { members: new Set(), pairs: 0 };
      meeting.pairs += 1;
      for (const id of between) meeting.members.add(id);
      met.set(path, meeting);
    }
  }
  return met;
}

/** A witness is a path that no file has, so nobody could do anything about it. */
export function realPathOf(reason: ConflictReason): readonly string[] {
  if (reason.kind === 'write-write') return reason.witness === true ? [] : [reason.path];
  return reason.kind === 'risk' && reason.path !== undefined ? [reason.path] : [];
}
