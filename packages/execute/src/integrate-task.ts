import { type CommitId, NO_USAGE, type Task, type TaskFailure, type TaskId, type TaskRun } from '@breakwater/model';
import { workBeside } from './check-drift.js';
import type { Advanced, Ports } from './ports.js';
import { taskRun } from './progress.js';
import type { Recorder } from './recorder.js';
import type { RunInput } from './run-input.js';

/** How often a moved integration branch is merged and verified anew before the task is given back. */
const ROUNDS = 3;

/** A merge whose exact tree passed, and the tip it was made on. */
interface Verified {
  readonly old: CommitId;
  readonly candidate: CommitId;
}

/**
 * Brings one task's commit into the chain: merge in memory, verify that exact tree, move the branch by one compare-and-swap.
 * Continues where a killed run stopped: the branch itself tells whether the move happened.
 */
export async function integrateTask(id: TaskId, world: { input: RunInput; ports: Ports; recorder: Recorder }): Promise<void> {
  const { input, ports, recorder } = world;
  const { state } = taskRun(recorder.state(), id);
  let verified: Verified | undefined = state.state === 'verified' ? state : await mergeOnto(recorder.state().tip, id, world);
  for (let round = 1; verified !== undefined; round += 1) {
    const moved = await ports.repository.advance({ run: input.run, from: verified.old, to: verified.candidate });
    if (moved.moved || moved.is === verified.candidate) {
      await recorder.note({ ev: 'task-integrated', task: id, commit: verified.candidate });
      return giveBack(id, world);
    }
    const grown =
      moved.is !== undefined && moved.is !== verified.old && (await ports.repository.descends(moved.is, verified.old));
    if (moved.is === undefined || !grown || round === ROUNDS) return fail(id, recorder, notMoved(verified, moved));
    verified = await mergeOnto(moved.is, id, world);
  }
}

/** Somebody else writes the branch, or holds it: it stays as they left it. */
function notMoved({ old }: Verified, { is, why }: Extract<Advanced, { moved: false }>): TaskFailure {
  if (is === undefined) return { reason: 'integration', message: 'the integration branch was deleted' };
  if (is === old) return { reason: 'integration', message: `the integration branch could not be moved: ${why}` };
  return { reason: 'integration', message: 'the integration branch was moved by somebody else' };
}

/** Undefined when the task is settled without the chain growing, or when we were asked to stop. */
async function mergeOnto(
  tip: CommitId,
  id: TaskId,
  { input, ports, recorder }: { input: RunInput; ports: Ports; recorder: Recorder },
): Promise<Verified | undefined> {
  const task = taskRun(recorder.state(), id);
  const { attempt, commit } = committedWork(task);
  const written = input.tasks.find((one) => one.id === id);
  const merge = await ports.repository.candidate({ run: input.run, task: id, attempt, title: written?.title ?? id, tip, commit });
  if (!merge.merged) {
    await recorder.note({ ev: 'task-held', task: id, paths: merge.paths, with: culprits(task, merge.paths, recorder) });
    return undefined;
  }
  const end = await verify(written, { old: tip, candidate: merge.commit }, { input, ports });
  if (end.end === 'stopped') return undefined;
  if (end.end === 'failed') {
    await fail(id, recorder, end.failure);
    return undefined;
  }
  await recorder.note({ ev: 'task-verified', task: id, old: tip, candidate: merge.commit, seconds: end.seconds });
  return { old: tip, candidate: merge.commit };
}

function committedWork(task: TaskRun): { readonly attempt: number; readonly commit: CommitId } {
  if (task.state.state === 'committed' || task.state.state === 'verified')
    return { attempt: task.state.attempt, commit: task.state.work.commit };
  throw new Error(`Internal error: task ${task.id} has nothing to integrate in state ${task.state.state}`);
}

/** Who changed the conflicting paths from the same base. */
function culprits(task: TaskRun, paths: readonly string[], recorder: Recorder): readonly TaskId[] {
  const base = 'work' in task.state ? task.state.work?.base : undefined;
  if (base === undefined) return [];
  const beside = workBeside(recorder.state(), task.id, base);
  return beside.filter((other) => other.paths.some((path) => paths.includes(path))).map((other) => other.task);
}

async function verify(
  task: Task | undefined,
  merge: Verified,
  { input, ports }: { input: RunInput; ports: Ports },
): ReturnType<Ports['lanes']['verify']> {
  if (task === undefined || task.verify.length === 0) return { end: 'passed', seconds: 0 };
  const prepare = input.prepare === undefined ? {} : { prepare: input.prepare };
  const order = {
    version: 1 as const,
    run: input.run,
    task: task.id,
    base: merge.old,
    head: merge.candidate,
    commands: task.verify,
    ...prepare,
  };
  return ports.lanes.verify(order, {
    ask: async () => ({ answer: 'refused', why: 'verification writes nothing' }),
    news: ports.onNews,
  });
}

async function fail(task: TaskId, recorder: Recorder, failure: TaskFailure): Promise<void> {
  await recorder.note({ ev: 'task-failed', task, failure, usage: NO_USAGE });
}

/** The work is in the chain, so its place may go; one that holds something unsaved stays and is named. */
async function giveBack(
  id: TaskId,
  { input, ports, recorder }: { input: RunInput; ports: Ports; recorder: Recorder },
): Promise<void> {
  const { attempts } = taskRun(recorder.state(), id);
  const { closed, message } = await ports.lanes.close({ run: input.run, task: id, attempt: attempts });
  if (!closed && message !== undefined) await recorder.note({ ev: 'note', task: id, text: message });
}
