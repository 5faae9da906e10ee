import type { Repository } from '@breakwater/git';
import type { CommitId, Diagnostic } from '@breakwater/model';

/** With so many commits a prediction misses little of the rest. */
const ENOUGH = 500;

/** A warning where the history was cut off so short that the prediction lacks what earlier commits would have told it. */
export async function shallowHistory(repository: Repository, commit: CommitId): Promise<readonly Diagnostic[]> {
  const history = repository.history(commit);
  if (!(await history.isShallow())) return [];
  const { length } = await history.read(ENOUGH);
  if (length >= ENOUGH) return [];
  const there = length === 1 ? '1 commit' : `${length} commits`;
  return [
    {
      severity: 'warning',
      code: 'W_SHALLOW',
      message: `this clone is shallow and holds ${there}, so what earlier ones tell about the tasks is missing`,
      hint: 'Bring the rest of the history: git fetch --unshallow',
    },
  ];
}
