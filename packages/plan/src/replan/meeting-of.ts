import type { Meeting, Plan, PlannedTask, Standing, TaskId } from '@breakwater/model';

/** Who waits and is expected, from the plan's threshold on, to write what this open task has written; pairs the plan keeps apart are left out. */
export function meetingOf(plan: Plan, { open, waiting }: Standing, task: TaskId): Meeting {
  const wrote = new Set(open.find((one) => one.task === task)?.wrote ?? []);
  const waits = new Set(waiting.map((one) => one.task));
  const known = new Set(plan.conflicts.flatMap(({ between }) => (between.includes(task) ? between : [])));
  const met = plan.tasks
    .filter(({ id }) => waits.has(id) && id !== task && !known.has(id))
    .map((one) => ({ id: one.id, paths: expectedIn(one, wrote, plan.threshold) }))
    .filter(({ paths }) => paths.length > 0);
  return { tasks: met.map(({ id }) => id), paths: [...new Set(met.flatMap(({ paths }) => paths))].sort() };
}

/** Of these paths, those the task is expected to write. */
export function expectedIn({ writes }: PlannedTask, paths: ReadonlySet<string>, threshold: number): readonly string[] {
  return writes.filter(({ path, p }) => p >= threshold && paths.has(path)).map(({ path }) => path);
}
