import type { Precedence, Task } from '@breakwater/model';

/** What the author declared, by the first task's place in the list, then the second's; a dependency named twice counts once. */
export function declaredPrecedences(tasks: readonly Task[]): readonly Precedence[] {
  return tasks.flatMap((before) =>
    tasks
      .filter((after) => after.dependsOn.includes(before.id))
      .map((after) => ({ before: before.id, after: after.id, reasons: [{ kind: 'declared' as const }] })),
  );
}
