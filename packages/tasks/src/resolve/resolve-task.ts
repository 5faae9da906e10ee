import { type Config, type Task, taskId } from '@breakwater/model';
import type { WrittenDefaults, WrittenTask } from '../schema/written-task.js';
import { given } from './given.js';
import { resolveBudget } from './resolve-budget.js';
import { resourceNeeds } from './resource-needs.js';

/** What a person wrote about a checked task, with the defaults of its file and then of the configuration applied. */
export function resolveTask(written: WrittenTask, defaults: WrittenDefaults, config: Config): Task {
  const { id, title = id, brief, exclusive = false, priority = 0 } = written;
  return {
    id: taskId(id),
    title,
    brief,
    scope: (written.scope ?? []).map(withoutDot),
    writes: (written.writes ?? []).map(withoutDot),
    reads: (written.reads ?? []).map(withoutDot),
    dependsOn: [...new Set(written.dependsOn ?? [])].map(taskId),
    resources: resourceNeeds(written.resources ?? []),
    exclusive,
    priority,
    verify: written.verify ?? defaults.verify ?? config.verify,
    budget: resolveBudget(written.budget, defaults.budget, config.budget.perTask),
    ...given({ model: written.model ?? defaults.model }),
    ...given({ independentOf: written.independentOf?.map(taskId) }),
  };
}

/** `./src` is `src`. */
function withoutDot(path: string): string {
  return path.replace(/^(!?)(?:\.\/)+/, '$1');
}
