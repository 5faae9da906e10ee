import type { ConflictReason } from '@breakwater/model';

/** A predicted risk on a file that is declared by both says the same again. */
export function distinct(reasons: readonly ConflictReason[]): readonly ConflictReason[] {
  const declared = new Set(reasons.flatMap((reason) => (reason.kind === 'write-write' ? [reason.path] : [])));
  return reasons.filter((reason) => reason.kind !== 'risk' || reason.path === undefined || !declared.has(reason.path));
}
