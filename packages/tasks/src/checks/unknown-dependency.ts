import type { Diagnostic } from '@breakwater/model';
import { didYouMean } from '../text/nearest-name.js';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import { type TaskList, type WellFormed, wellFormed } from './task-list.js';

/** A dependency that is no task, is disabled, or was not selected. A task with other faults still counts as a task. */
export function unknownDependency(list: TaskList): readonly Diagnostic[] {
  const ids = new Set(list.tasks.flatMap(({ id }) => id ?? []));
  const disabled = new Set(wellFormed(list).flatMap(({ written }) => (written.disabled === true ? [written.id] : [])));
  const selected = list.only === undefined ? undefined : new Set(list.only);
  const known: Known = { ids, disabled, selected };
  return wellFormed(list)
    .filter(({ written }) => !disabled.has(written.id) && selected?.has(written.id) !== false)
    .flatMap((task) => (task.written.dependsOn ?? []).flatMap((wanted, at) => missing(task, wanted, at, known) ?? []));
}

interface Known {
  readonly ids: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  readonly selected: ReadonlySet<string> | undefined;
}

function missing(task: WellFormed, wanted: string, at: number, { ids, disabled, selected }: Known): Diagnostic | undefined {
  const say = (code: string, message: string, hint: string): Diagnostic =>
    faultAt(task.located, ['dependsOn', at], { code, message, hint });
  if (!ids.has(wanted)) {
    const others = [...ids].filter((id) => id !== task.id);
    const hint = didYouMean(wanted, others) ?? (others.length === 0 ? 'There is no other task.' : `Tasks: ${some(others)}.`);
    return say('E_DEP_UNKNOWN', `${task.name} waits for ${quoted(wanted)}, which is no task`, hint);
  }
  if (disabled.has(wanted)) {
    return say(
      'E_DEP_DISABLED',
      `${task.name} waits for ${quoted(wanted)}, which is disabled`,
      `Enable ${quoted(wanted)}, disable this task too, or remove the dependency.`,
    );
  }
  if (selected === undefined || selected.has(wanted)) return undefined;
  return say(
    'E_DEP_NOT_SELECTED',
    `${task.name} waits for ${quoted(wanted)}, which is not selected`,
    `Add it:  --only ${[...selected, wanted].join(',')}`,
  );
}

const SOME = 10;

function some(ids: readonly string[]): string {
  const more = ids.length > SOME ? ` and ${ids.length - SOME} more` : '';
  return `${ids.slice(0, SOME).join(', ')}${more}`;
}
