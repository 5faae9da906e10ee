import type { Diagnostic } from '@breakwater/model';
import { MOST_SHOWN } from '../text/limited.js';
import { didYouMean } from '../text/nearest-name.js';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import type { ReadTask, TaskList } from './task-list.js';

/** A dependency that is no task, is disabled, or was not selected. A task with other faults still counts as a task. */
export function unknownDependency({ tasks, complete, only }: TaskList): readonly Diagnostic[] {
  const ids = new Set(tasks.flatMap(({ id }) => id ?? []));
  const disabled = new Set(tasks.flatMap(({ id = '', written }) => (written.disabled === true ? [id] : [])));
  const selected = only === undefined ? undefined : new Set(only);
  const known: Known = { ids, complete, disabled, selected };
  const faults: Diagnostic[] = [];
  for (const task of tasks) {
    if (task.written.disabled === true || (task.id !== undefined && selected?.has(task.id) === false)) continue;
    for (const [at, wanted] of (task.written.dependsOn ?? []).entries()) {
      const missing = complaint(wanted, task, { ...known, suggest: faults.length < MOST_SHOWN });
      if (missing !== undefined) faults.push(faultAt(task.located, ['dependsOn', at], missing));
    }
  }
  return faults;
}

interface Known {
  readonly ids: ReadonlySet<string>;
  readonly complete: boolean;
  readonly disabled: ReadonlySet<string>;
  readonly selected: ReadonlySet<string> | undefined;
}

interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

function complaint(wanted: string, task: ReadTask, known: Known & { readonly suggest: boolean }): Complaint | undefined {
  const { ids, complete, disabled, selected, suggest } = known;
  const says = (which: string): string => `${task.name} waits for ${quoted(wanted)}, which is ${which}`;
  if (!ids.has(wanted) && !complete) return undefined;
  if (!ids.has(wanted)) {
    const code = 'E_DEP_UNKNOWN';
    return suggest ? { code, message: says('no task'), hint: suggestion(wanted, task, ids) } : { code, message: says('no task') };
  }
  if (disabled.has(wanted)) {
    const hint = `Enable ${quoted(wanted)}, disable this task too, or remove the dependency.`;
    return { code: 'E_DEP_DISABLED', message: says('disabled'), hint };
  }
  if (selected === undefined || selected.has(wanted)) return undefined;
  return {
    code: 'E_DEP_NOT_SELECTED',
    message: says('not selected'),
    hint: `Add it:  --only ${[...selected, wanted].join(',')}`,
  };
}

const SOME = 10;

/** The nearest id, else the first few. Costly for many tasks, so not asked for faults that are not shown. */
function suggestion(wanted: string, task: ReadTask, ids: ReadonlySet<string>): string {
  const others = [...ids].filter((id) => id !== task.id);
  if (others.length === 0) return 'There is no other task.';
  const more = others.length > SOME ? ` and ${others.length - SOME} more` : '';
  return didYouMean(wanted, others) ?? `Tasks: ${others.slice(0, SOME).map(quoted).join(', ')}${more}.`;
}
