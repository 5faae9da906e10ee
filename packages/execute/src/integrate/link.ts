import type { CommitId, TaskFailure, TaskId } from '@breakwater/model';

/** One task's merge in a chain of merges that is on no branch yet. */
export interface Link {
  readonly task: TaskId;
  /** What it was merged onto: the tip, or the link before. */
  readonly onto: CommitId;
  readonly commit: CommitId;
  /** What a person should know about how it was put together; said when it lands. */
  readonly notes?: readonly string[];
}

/** What came of merging one task. */
export type Merge =
  | { readonly merge: 'made'; readonly link: Link }
  | { readonly merge: 'conflict'; readonly paths: readonly string[] }
  /** Files in it could not be made anew. */
  | { readonly merge: 'failed'; readonly link: Link; readonly failure: TaskFailure }
  | { readonly merge: 'stopped' };

export function lastOf(links: readonly Link[]): Link {
  const last = links.at(-1);
  if (last === undefined) throw new Error('Internal error: a chain without a link');
  return last;
}

export function firstOf(links: readonly Link[]): Link {
  const [first] = links;
  if (first === undefined) throw new Error('Internal error: a chain without a link');
  return first;
}
