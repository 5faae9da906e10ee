import type { Diagnostic, Task, TaskId } from '@breakwater/model';
import type { LoadedTasks } from '@breakwater/tasks';

const BRIEFS = [
  'Say here what to do, as you would to a colleague: name the files, folders or symbols you know of.',
  "Another piece of work. If it needs the first one's code, uncomment the line below.",
] as const;

/** The tasks file that `init` writes. */
export const SAMPLE = `# One task is one session with one clear brief. See: breakwater plan
version: 1
tasks:
  - id: first-task
    brief: |
      ${BRIEFS[0]}
  - id: second-task
    brief: |
      ${BRIEFS[1]}
    # dependsOn: [first-task]
    # scope: [name-of-a-project]      # one project named here is worth more than any prediction
    # writes: ["docs/**"]             # what it may write, if you know
`;

/** Tasks that still say what `init` wrote: nobody wants a session to work on that. */
export function sampleWarnings({ tasks, placeOf }: Pick<LoadedTasks, 'tasks' | 'placeOf'>): readonly Diagnostic[] {
  return tasks.filter(isSample).map(({ id }) => stillSample(id, placeOf(id, 'brief')));
}

function isSample({ brief }: Task): boolean {
  return BRIEFS.some((one) => one === brief.trim());
}

function stillSample(id: TaskId, place: Diagnostic['place']): Diagnostic {
  return {
    severity: 'warning',
    code: 'W_SAMPLE',
    message: `${id} is still the sample that breakwater init wrote`,
    ...(place === undefined ? {} : { place }),
    hint: 'Say there what is to be done, or remove the task.',
  };
}
