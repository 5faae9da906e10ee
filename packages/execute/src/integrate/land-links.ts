import { type CommitId, integrationBranch, NO_USAGE, type RunEvent, type TaskFailure, type TaskId } from '@breakwater/model';
import type { Advanced } from '../ports.js';
import { laneId, taskRun } from '../progress.js';
import type { RunWorld } from '../run-world.js';
import { type Link, lastOf } from './link.js';

/** How a step of integration left the branch. `foreign`: somebody else moved it forward, to `tip`. */
export type Moved = { readonly went: 'on' } | { readonly went: 'foreign'; readonly tip: CommitId } | { readonly went: 'stopped' };

export interface Landing {
  readonly from: CommitId;
  /** No further round when somebody moves the branch again. */
  readonly lastTry: boolean;
  /** Of the verification; undefined when it was recorded before. */
  readonly seconds?: number;
}

/** Records the intent, then moves the branch to the last link by one compare-and-swap. The branch itself tells whether a move happened. */
export async function landLinks(links: readonly Link[], landing: Landing, world: RunWorld): Promise<Moved> {
  const { ports, input } = world;
  const to = lastOf(links).commit;
  if (landing.seconds !== undefined) await intend(links, landing.from, landing.seconds, world);
  const moved = await ports.repository.advance({ run: input.run, from: landing.from, to });
  if (moved.moved || (moved.is !== undefined && (await holds(moved.is, to, world)))) return arrived(links, world);
  const grown = moved.is !== undefined && moved.is !== landing.from && (await holds(moved.is, landing.from, world));
  if (grown && moved.is !== undefined && !landing.lastTry) return foreign(moved.is, world);
  if (!grown) world.halt.because(notMoved(landing.from, moved, integrationBranch(input.run)));
  if (!grown) return { went: 'stopped' };
  for (const { task } of links) await fail(task, CROWDED, world);
  return { went: 'on' };
}

async function foreign(tip: CommitId, { recorder }: RunWorld): Promise<Moved> {
  const text = `the integration branch was moved forward to ${tip.slice(0, 7)} by somebody else; that stays, and the tasks are merged and verified on top of it`;
  await recorder.note({ ev: 'note', text });
  return { went: 'foreign', tip };
}

async function intend(links: readonly Link[], from: CommitId, seconds: number, { recorder }: RunWorld): Promise<void> {
  const notes = links.flatMap(({ task, notes = [] }) => notes.map((text) => ({ ev: 'note', task, text }) as const));
  for (const note of notes) await recorder.note(note);
  await recorder.note(verified(links, from, seconds));
}

async function holds(tip: CommitId, commit: CommitId, { ports }: RunWorld): Promise<boolean> {
  return tip === commit || ports.repository.descends(tip, commit);
}

function verified(links: readonly Link[], old: CommitId, seconds: number): RunEvent {
  const { task, commit } = lastOf(links);
  if (links.length === 1) return { ev: 'task-verified', task, old, candidate: commit, seconds };
  return { ev: 'batch-verified', old, members: links.map((link) => ({ task: link.task, commit: link.commit })), seconds };
}

async function arrived(links: readonly Link[], world: RunWorld): Promise<Moved> {
  for (const { task, commit } of links) await world.recorder.note({ ev: 'task-integrated', task, commit });
  for (const { task } of links) world.background.start(giveBack(task, world));
  return { went: 'on' };
}

/** Somebody else writes the branch, or holds it: it stays as they left it, and no task is to blame. */
function notMoved(old: CommitId, { is, why }: Extract<Advanced, { moved: false }>, branch: string): string {
  if (is === old) return `the integration branch could not be moved: ${why}; once it can be, resume`;
  if (is === undefined) return `the integration branch was deleted; resume makes it again where it was, at ${old}`;
  return `the integration branch was moved to ${is} by somebody else; put it back, then resume: git branch --force ${branch} ${old}`;
}

const CROWDED: TaskFailure = {
  reason: 'integration',
  message: 'the integration branch was moved by somebody else, time and again',
};

export async function fail(task: TaskId, failure: TaskFailure, { recorder }: RunWorld): Promise<void> {
  await recorder.note({ ev: 'task-failed', task, failure, usage: NO_USAGE });
}

/** The work is in the chain, so its place may go; one that holds something unsaved stays and is named. */
async function giveBack(id: TaskId, { input, ports, recorder }: RunWorld): Promise<void> {
  const task = taskRun(recorder.state(), id);
  const kept = task.state.state === 'integrated' ? task.state.work.commit : undefined;
  const { closed, message } = await ports.lanes.close(laneId(input.run, task), kept);
  if (!closed && message !== undefined) await recorder.note({ ev: 'note', task: id, text: message });
}
