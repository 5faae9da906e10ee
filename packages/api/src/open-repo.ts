import { resolve } from 'node:path';
import { openRepository, type Repository } from '@breakwater/git';
import type { Failure, Result } from '@breakwater/model';
import { gitMarker, MARKER } from '@breakwater/session';
import type { World } from './world.js';

/** The repository a command is about. */
export function openRepo(folder: string | undefined, world: World): Promise<Result<Repository, Failure>> {
  return openRepository(startFolder(folder, world), { ...world.environment, [MARKER]: gitMarker(world.pid) });
}

/** The folder a command is about, absolute; what a person names is relative to where they are. */
export function startFolder(folder: string | undefined, world: World): string {
  return resolve(world.cwd, folder ?? '.');
}
