import type { Diagnostic } from '@breakwater/model';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import { pathProblem } from './path-problem.js';
import type { ReadTask, TaskList } from './task-list.js';

const FIELDS = ['scope', 'writes', 'reads'] as const;

/** Paths that leave the repository or reach into what controls it. */
export function pathFields(list: TaskList): readonly Diagnostic[] {
  return list.tasks.flatMap((task) => FIELDS.flatMap((field) => problemsOf(task, field)));
}

function problemsOf({ located, written, name }: ReadTask, field: (typeof FIELDS)[number]): readonly Diagnostic[] {
  return (written[field] ?? []).flatMap((path, at) => {
    const problem = pathProblem(path);
    if (problem === undefined) return [];
    const { code, says, hint } = problem;
    return [faultAt(located, [field, at], { code, message: `${quoted(path)} in ${field} of ${name} ${says}`, hint })];
  });
}
