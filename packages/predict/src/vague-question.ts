import type { Touch, VagueQuestion } from '@breakwater/model';
import type { Ground } from './ground/ground.js';
import type { Reading } from './reading.js';
import { WEIGHTS } from './weights.js';

const MOST_PROJECTS = 3;

/** The question about a task that declares nothing and names nothing we could find; undefined for any other. */
export function vagueQuestion({ task, scope }: Reading, touches: readonly Touch[], ground: Ground): VagueQuestion | undefined {
  if (task.writes.length > 0 || task.scope.length > 0 || scope.names.length > 0) return undefined;
  if (touches.some((touch) => touch.p >= WEIGHTS.vague && isTold(touch))) return undefined;
  return { candidates: touches.length, projects: likelyProjects(touches, ground) };
}

/** That a file changes often is no answer: it says nothing of this task. */
function isTold({ evidence }: Touch): boolean {
  return evidence.some(({ source }) => source !== 'heat');
}

/** The projects whose files fit best together, by falling weight, then name. */
function likelyProjects(touches: readonly Touch[], { projects }: Ground): readonly string[] {
  const weights = new Map<string, number>();
  for (const { path, p } of touches) {
    const name = projects.projectOf(path)?.name;
    if (name !== undefined) weights.set(name, (weights.get(name) ?? 0) + p);
  }
  return [...weights]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_PROJECTS)
    .map(([name]) => name);
}
