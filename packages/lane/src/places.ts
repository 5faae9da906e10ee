import { basename, dirname, join } from 'node:path';
import { attemptName, type LaneId, type RunId, type TaskId } from '@breakwater/model';
import type { LocalLaneSetting } from './local-lane-setting.js';

type Folders = Pick<LocalLaneSetting, 'worktrees' | 'logs'>;

/** Absolute path of the worktree of one attempt, its own or that of an earlier one. No task id holds `@` or begins with a dot, so no two places share a folder. */
export function lanePlace(folders: Folders, { task, attempt, place = attempt }: LaneId): string {
  return join(folders.worktrees, attemptName(task, place));
}

/** The one worktree in which merged trees are verified. */
export function verifyPlace(folders: Folders): string {
  return join(folders.worktrees, VERIFY);
}

/** Whether a worktree in a run's folder is that one, and so never holds anybody's work. */
export function isVerifyPlace(path: string): boolean {
  return basename(path) === VERIFY;
}

const VERIFY = '.verify';

/** Where what was installed once is kept for all runs; beside the worktrees, for only on one file system files can be shared. */
export function installStore({ worktrees }: Pick<LocalLaneSetting, 'worktrees'>): string {
  return join(dirname(worktrees), '.installed');
}

export type LogKind = 'prepare' | 'session' | 'verify';

/** Raw output of one step of one attempt. */
export function logFile(folders: Folders, name: string, kind: LogKind): string {
  return join(folders.logs, `${name}.${kind}.log`);
}

/** Tells attempts apart. */
export function laneKey({ run, task, attempt }: LaneId): string {
  return `${run}/${task}/${attempt}`;
}

type Marking = Pick<LocalLaneSetting, 'repository' | 'sitting'>;

/** Carried by every process of an attempt; without its last part, the pid of the orchestrator, it covers those of every sitting. */
export function laneMarker({ repository, sitting }: Marking, id: LaneId): string {
  return `${repository.tag}/${laneKey(id)}/${sitting}`;
}

export function verifyMarker({ repository, sitting }: Marking, run: RunId, task: TaskId): string {
  return `${repository.tag}/${run}/${task}/verify/${sitting}`;
}

/** How the names of a run's temporary folders begin. */
export function tempPrefix({ repository }: Pick<LocalLaneSetting, 'repository'>, run: RunId): string {
  return `breakwater-${repository.tag}-${run}-`;
}
