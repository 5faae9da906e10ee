/** Files in which git keeps a merge that is not concluded; with them whoever has the worktree can conclude it. */
export const MERGE_STATE: readonly string[] = ['MERGE_HEAD', 'MERGE_MODE', 'MERGE_MSG'];
