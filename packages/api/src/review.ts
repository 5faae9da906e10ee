import {
  awaitsReview,
  err,
  type Failure,
  ok,
  type Result,
  type RunId,
  type RunState,
  type TaskId,
  type TaskRun,
} from '@breakwater/model';
import { findRun } from './find-run.js';
import { livingOwner } from './hold-lock.js';
import { isNested, nested } from './nested.js';
import { openRepo } from './open-repo.js';
import type { RunChoice } from './run-choice.js';
import { unknownTask } from './unknown-task.js';
import { makeSeal } from './verdict-seal.js';
import { readVerdicts, writeVerdict } from './verdicts.js';
import type { World } from './world.js';

/** A person's word on work that waits for it. */
export interface ReviewChoice extends RunChoice {
  /** All that wait, if not given. */
  readonly tasks?: readonly string[];
  /** With it the work is rejected. */
  readonly rejectedBecause?: string;
}

export interface Reviewed {
  readonly run: RunId;
  readonly tasks: readonly TaskId[];
  /** An orchestrator is at work and takes it from here; else somebody has to go on with the run. */
  readonly alive: boolean;
}

/** Approves or rejects work that waits for it. The word is kept under a ref, for the run that goes on or for the next sitting. */
export async function review(choice: ReviewChoice, world: World): Promise<Result<Reviewed, Failure>> {
  if (isNested(world)) return err(nested('judge work'));
  const opened = await openRepo(choice.repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const found = await findRun(repository, choice.run);
  if (!found.ok) return found;
  const { run, state } = found.value;
  const judged = (await readVerdicts(repository, run)).heard.map(({ task, attempt }) => `${task} ${attempt}`);
  const waiting = state.tasks.filter((task) => awaitsReview(state, task) && !judged.includes(`${task.id} ${task.attempts}`));
  const chosen = chooseTasks(choice.tasks, waiting, state);
  if (!chosen.ok) return chosen;
  const seal = await makeSeal(repository, run, world);
  for (const task of chosen.value) {
    const { rejectedBecause: reason } = choice;
    const about = { task: task.id, attempt: task.attempts, commit: commitOf(task) };
    const verdict =
      reason === undefined ? ({ verdict: 'approved', ...about } as const) : ({ verdict: 'rejected', ...about, reason } as const);
    if (!(await writeVerdict(repository, run, verdict, seal)))
      return err(refused(`Somebody has judged ${task.id} already.`, look(run)));
  }
  const owner = await livingOwner(repository);
  return ok({ run, tasks: chosen.value.map(({ id }) => id), alive: owner?.run === run });
}

function chooseTasks(
  wanted: readonly string[] | undefined,
  waiting: readonly TaskRun[],
  { run, review: mode, tasks }: RunState,
): Result<readonly TaskRun[], Failure> {
  const unknown = wanted?.find((name) => !tasks.some(({ id }) => id === name));
  if (unknown !== undefined) return unknownTask(unknown, tasks, ` in run ${run}`);
  if (mode === 'none') {
    const hint = 'Begin a run with: breakwater execute --review task';
    return err(refused(`Run ${run} integrates what passes, without a review.`, hint));
  }
  if (waiting.length === 0) return err(refused(`No work of run ${run} waits for a review.`, look(run)));
  if (wanted === undefined) return ok(waiting);
  const missing = wanted.find((name) => !waiting.some(({ id }) => id === name));
  if (missing === undefined) return ok(waiting.filter(({ id }) => wanted.includes(id)));
  return err(refused(`${missing} does not wait for a review.`, `These do: ${waiting.map(({ id }) => id).join(', ')}`));
}

function commitOf({ id, state }: TaskRun) {
  if (state.state === 'committed') return state.work.commit;
  throw new Error(`Internal error: ${id} has no commit to judge`);
}

function look(run: RunId): string {
  return `Look at it: breakwater status ${run}`;
}

function refused(message: string, hint: string): Failure {
  return { reason: 'repository-refused', code: 'E_REVIEW', message, hint };
}
