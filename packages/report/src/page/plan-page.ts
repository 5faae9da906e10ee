import type { HubRule, PlannedTask, Task } from '@breakwater/model';
import type { PlanPreview } from '../plan/render-plan.js';

/** What the page shows: all the preview does, and what its author wrote. */
export interface PlanPage extends PlanPreview {
  /** In the order of the tasks file. */
  readonly tasks: readonly Pick<Task, 'id' | 'title' | 'brief'>[];
  readonly hubs: readonly HubRule[];
}

/** The planned tasks of a wave, in its order. */
export function tasksOf({ plan }: Pick<PlanPage, 'plan'>, wave: readonly string[]): readonly PlannedTask[] {
  return wave.flatMap((id) => plan.tasks.find((task) => task.id === id) ?? []);
}
