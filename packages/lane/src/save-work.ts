import { GitError } from '@breakwater/git';
import type { CommitId, LaneEnd, LaneOrder, TaskFailure } from '@breakwater/model';
import type { SessionEnd } from '@breakwater/session';
import { bringHome, type Home } from './bring-home.js';
import { commitEverything, type Everything } from './commit-everything.js';
import { furthestWork } from './furthest-work.js';
import type { LaneWorld } from './lane-world.js';
import { conflictsFailure, leftConflicts } from './left-conflicts.js';
import { goneFrom } from './watch-place.js';

/** What saving rests on. */
export interface SaveOrder {
  readonly order: LaneOrder;
  readonly place: string;
  readonly world: Pick<LaneWorld, 'setting' | 'news'>;
}

/** However a session ended, what it left becomes a commit; then its end is judged by what git shows, not by what it says. */
export async function saveWork(session: SessionEnd, saving: SaveOrder): Promise<LaneEnd> {
  const { place } = saving;
  const first = await unlessRefused(() => save(session, saving));
  // All of it may be done again, and what a session did is worth a second try.
  const end = first instanceof GitError ? await unlessRefused(() => save(session, saving)) : first;
  if (!(end instanceof GitError)) return end;
  const message = `the work could not be saved and is still in ${place}: ${end.message}`;
  return { end: 'failed', failure: { reason: 'unsaved', message }, usage: session.usage };
}

function unlessRefused(work: () => Promise<LaneEnd>): Promise<LaneEnd | GitError> {
  return work().catch((error) => (error instanceof GitError ? error : Promise.reject(error)));
}

async function save(session: SessionEnd, saving: SaveOrder): Promise<LaneEnd> {
  const { order, place, world } = saving;
  const home = await bringHome(world.setting.repository, place, order.id);
  const saved = await commitEverything(world.setting.repository, place, order);
  if (saved === undefined) return lost(session, saving);
  const own = ownBranch(order);
  const others = home.aside.filter(({ name }) => name === own).map(({ ref }) => ref);
  const { commit, beside } = await furthestWork(world.setting.repository, saved.commit, { ...order, others });
  warnOfLeftOut(saved, saving);
  if (saved.headless === 'branch-deleted') world.news({ kind: 'warning', text: remade(order) });
  for (const { name, ref } of home.aside) world.news({ kind: 'warning', text: `${name} of its clone is kept as ${ref}` });
  if (beside !== undefined) world.news({ kind: 'warning', text: leftBeside(beside, commit) });
  return judge(session, { ...saved, commit }, { ...saving, home });
}

function ownBranch({ branch }: LaneOrder): string {
  return `refs/heads/${branch}`;
}

async function judge(session: SessionEnd, saved: Everything, { order, place, world, home }: Judging): Promise<LaneEnd> {
  const { commit, savedByUs } = saved;
  const work = commit === order.base ? {} : { commit };
  const { usage } = session;
  if (session.end === 'stopped') return { end: 'stopped', ...work, usage };
  if (session.end === 'failed') return { end: 'failed', failure: session.failure, ...work, usage };
  if (home.unread !== undefined) return { end: 'failed', failure: unread(place, home.unread), ...work, usage };
  if (commit === order.base) return { end: 'failed', failure: { reason: 'no-change' }, usage };
  if (saved.headless === 'broken' || home.headless) return { end: 'failed', failure: BROKEN, commit, usage };
  const left = await leftConflicts(place, saved.unmerged);
  if (left.length > 0) return { end: 'failed', failure: conflictsFailure(left), commit, usage };
  if (await world.setting.repository.isAncestor(order.base, commit)) return { end: 'committed', commit, savedByUs, usage };
  const merging = await world.setting.repository.openMerge(place);
  const message = merging === order.base ? notConcluded(saved, order.base) : offBase(commit, order.base);
  return { end: 'failed', failure: { reason: 'off-base', message }, commit, usage };
}

function offBase(commit: CommitId, base: CommitId): string {
  return `the commit ${commit.slice(0, 7)} it ended on does not descend from ${base.slice(0, 7)}`;
}

/**
 * Whoever writes again what was there before has resolved nothing, and to conclude that for them would take back what others made.
 * Or git could not commit where it lies, so what the folder holds was kept beside it, without the other side of the merge.
 */
function notConcluded({ commit, savedByUs }: Everything, base: CommitId): string {
  const merge = `its merge with ${base.slice(0, 7)}`;
  return savedByUs
    ? `${merge} could not be concluded; what it made of it is kept as ${commit.slice(0, 7)}`
    : `${merge} was not concluded: its files are as it had made them before, and nothing of the other side is in them`;
}

type Judging = SaveOrder & { readonly home: Home };

/** What its folder holds is a commit all the same. */
function unread(place: string, why: string): TaskFailure {
  return { reason: 'lost', message: `what it committed is still in ${place}, for it could not be read: ${why}` };
}

/** Whoever did it, a neighbour or the person: its folder holds what it made, on top of what it had committed. */
function remade({ branch }: LaneOrder): string {
  return `its branch ${branch} was deleted while it worked, and is made again with what its folder holds`;
}

/** It began anew elsewhere, and what it did first is not part of where it ended. */
function leftBeside(ref: string, commit: CommitId): string {
  return `${ref} holds commits that the one it ended on, ${commit.slice(0, 7)}, does not go on from; they are not integrated and stay there`;
}

/** What it meant by that nobody knows, so its work is kept and not integrated. */
const BROKEN: TaskFailure = {
  reason: 'lost',
  message: 'its worktree is no longer on a commit; what its folder holds is kept as one',
};

/** What was committed before is still on the branch. */
async function lost({ usage }: SessionEnd, { order, place, world }: SaveOrder): Promise<LaneEnd> {
  const tip = await world.setting.repository.readRef(ownBranch(order));
  const work = tip === undefined || tip === order.base ? {} : { commit: tip as CommitId };
  return { end: 'failed', failure: goneFrom(place), ...work, usage };
}

function warnOfLeftOut({ embedded, unreadable }: Everything, { place, world: { news } }: SaveOrder): void {
  for (const path of unreadable) {
    news({ kind: 'warning', text: `${path} cannot be read by git, so it is not in the commit; it is still in ${place}` });
  }
  for (const path of embedded) {
    news({ kind: 'warning', text: `${path} is a git repository of its own: what is in it is not in the commit` });
  }
}
