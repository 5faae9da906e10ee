import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, ok, type Result } from '@breakwater/model';
import { secretMask } from '@breakwater/session';
import { findRun } from './find-run.js';
import { openRepo } from './open-repo.js';
import { runFolder } from './places.js';
import { readTail } from './read-tail.js';
import type { RunChoice } from './run-choice.js';
import { unknownTask } from './unknown-task.js';
import type { World } from './world.js';

/** The output of one task: what its session and its commands wrote, every attempt; raw in the files, with secrets masked in the texts. */
export interface TaskLogs {
  readonly task: string;
  /** `omitted`: bytes of the file before the text. */
  readonly logs: readonly { readonly file: string; readonly text: string; readonly omitted: number }[];
}

/** Bytes of each file that are read: its end. A session that wrote without end must not fill our memory. */
const MOST = 1024 * 1024;

export async function logs(task: string, choice: RunChoice, world: World): Promise<Result<TaskLogs, Failure>> {
  const repository = await openRepo(choice.repo, world);
  if (!repository.ok) return repository;
  const found = await findRun(repository.value, choice.run);
  if (!found.ok) return found;
  const { state, run } = found.value;
  if (!state.tasks.some(({ id }) => id === task)) return unknownTask(task, state.tasks, ` in run ${run}`);
  const folder = join(runFolder(repository.value, run), 'logs');
  const names = (await readdir(folder).catch(() => [])).filter((name) => taskOf(name) === task).sort(byAttempt);
  const mask = secretMask(world.environment);
  const shown = async (name: string): Promise<TaskLogs['logs'][number]> => {
    const { text, omitted } = await readTail(join(folder, name), MOST);
    return { file: join(folder, name), text: mask(text), omitted };
  };
  return ok({ task, logs: await Promise.all(names.map(shown)) });
}

/** `api@2.session.log`: an id may hold dots, so what follows it is cut off from the end. */
function taskOf(name: string): string | undefined {
  return /^(.+?)(?:@\d+)?\.[a-z]+\.log$/.exec(name)?.[1];
}

function byAttempt(a: string, b: string): number {
  const attempt = (name: string): number => Number(/@(\d+)\./.exec(name)?.[1] ?? 1);
  return attempt(a) - attempt(b) || (a < b ? -1 : 1);
}
