import type { Diagnostic } from '@breakwater/model';
import { didYouMean } from '../text/nearest-name.js';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import type { TaskList } from './task-list.js';

/** A task that need not be waited for has to be one; whether it is disabled or selected does not matter. */
export function unknownIndependent({ tasks, complete }: TaskList): readonly Diagnostic[] {
  if (!complete) return [];
  const ids = tasks.flatMap(({ id }) => id ?? []);
  const known = new Set<string>(ids);
  return tasks.flatMap(({ name, written, located }) =>
    (written.independentOf ?? []).flatMap((wanted, at): readonly Diagnostic[] => {
      if (known.has(wanted)) return [];
      const message = `${name} is said to be independent of ${quoted(wanted)}, which is no task`;
      const hint = didYouMean(wanted, ids);
      const fault = { code: 'E_DEP_UNKNOWN', message };
      return [faultAt(located, ['independentOf', at], hint === undefined ? fault : { ...fault, hint })];
    }),
  );
}
