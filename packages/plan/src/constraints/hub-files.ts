import type { ConflictReason, HubFile, Plan, TaskId } from '@breakwater/model';

/** A file on which fewer tasks meet is told as a pair. */
const FEWEST = 3;

/** Files that keep three tasks or more apart: those that keep most pairs apart first, then by name. */
export function hubFiles({ tasks, conflicts }: Plan): readonly HubFile[] {
  const met = new Map<string, (readonly [TaskId, TaskId])[]>();
  for (const { between, reasons } of conflicts) {
    for (const path of new Set(reasons.flatMap(realPathOf))) met.set(path, [...(met.get(path) ?? []), between]);
  }
  const files = [...met].map(([path, pairs]): HubFile => {
    const members = new Set(pairs.flat());
    return { path, tasks: tasks.map(({ id }) => id).filter((id) => members.has(id)), pairs: pairs.length };
  });
  return files.filter((one) => one.tasks.length >= FEWEST).sort((a, b) => b.pairs - a.pairs || (a.path < b.path ? -1 : 1));
}

/** A witness is a path that no file has, so nobody could do anything about it. */
export function realPathOf(reason: ConflictReason): readonly string[] {
  if (reason.kind === 'write-write') return reason.witness === true ? [] : [reason.path];
  return reason.kind === 'risk' && reason.path !== undefined ? [reason.path] : [];
}
