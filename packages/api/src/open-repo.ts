import { openRepository, type Repository } from '@breakwater/git';
import type { Failure, Result } from '@breakwater/model';
import type { World } from './world.js';

/** The repository a command is about. */
export function openRepo(folder: string | undefined, world: World): Promise<Result<Repository, Failure>> {
  return openRepository(folder ?? world.cwd, world.environment);
}
