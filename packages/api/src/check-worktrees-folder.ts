import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, type Failure, ok, type Result } from '@breakwater/model';

/** Worktrees can be made below this folder, which need not be there yet: the nearest one that is must be a folder to write in. */
export async function checkWorktreesFolder(folder: string): Promise<Result<void, Failure>> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const missing = found.code === 'ENOENT' && dirname(folder) !== folder;
    return missing ? checkWorktreesFolder(dirname(folder)) : err(refused(folder, found.code ?? found.message));
  }
  if (!found.isDirectory()) return err(refused(folder, 'it is not a folder'));
  const denied = await access(folder, constants.W_OK | constants.X_OK).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  );
  return denied === undefined ? ok(undefined) : err(refused(folder, denied));
}

function refused(folder: string, why: string): Failure {
  return {
    reason: 'repository-refused',
    code: 'E_WORKTREE_ROOT',
    message: `No worktree can be made below ${folder}: ${why}`,
    hint: 'Mend it, or choose another folder: worktrees: { directory: "../{repo}.breakwater" }',
  };
}
