import type { Repository } from '@breakwater/git';

/** Where a branch is checked out; undefined: nowhere, so that moving it changes no files under anybody's hands. */
export async function checkoutOf(repository: Repository, branch: string): Promise<string | undefined> {
  return (await repository.listWorktrees()).find((one) => one.branch === branch)?.path;
}
