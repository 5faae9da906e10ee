import { type CandidateOrder, type RepositoryPort, settleByHubs } from '@breakwater/execute';
import type { Lock, Repository } from '@breakwater/git';
import { withTempFolder } from '@breakwater/lane';
import { asCommitId, type CommitId, commitId, integrationBranch, type RunId } from '@breakwater/model';
import { commitSubject } from './commit-subject.js';
import { attemptRef } from './places.js';
import { readVerdicts } from './verdicts.js';
import type { World } from './world.js';

/** The loop's repository port on a local repository; every move of the integration branch is fenced by the lock. */
export function repositoryPort(repository: Repository, lock: Lock, { environment }: Pick<World, 'environment'>): RepositoryPort {
  // Said once in each sitting.
  const told = new Set<string>();
  return {
    keep: async ({ run, task, attempt, commit }) => {
      const ref = attemptRef(run, task, attempt);
      const made = await repository.moveRef({ ref, from: null, to: commit });
      if (!made.moved && made.is !== commit) await repository.mustMoveRef({ ref, from: made.is, to: commit });
    },
    changes: (from, to) => repository.changes(from, to),
    descends: (commit, base) => repository.isAncestor(base, commit),
    candidate: async (order) => {
      const merged = await repository.merge(order.tip, order.commit, {
        how: settleByHubs(order.hubs ?? []),
        inFolder: (work) => withTempFolder({ environment, repository }, order.run, work),
      });
      if (!merged.merged) return { merged: false, paths: merged.paths };
      const settled = merged.settled.map(({ path }) => path);
      return { merged: true, commit: await commitMerge(repository, order, merged.tree), settled };
    },
    branchTip: async (branch) => asCommitId((await repository.readRef(`refs/heads/${branch}`)) ?? ''),
    lint: (from, to) => repository.lintTree(from, to),
    verdicts: async (run) => {
      const { heard, strange } = await readVerdicts(repository, run);
      const news = strange.filter((name) => !told.has(name));
      for (const name of news) told.add(name);
      return { heard, strange: news };
    },
    without: (order) => commitWithout(repository, order),
    advance: async ({ run, from, to }) => {
      const moved = await repository.moveRef({ ref: branchRef(run), from, to, fence: lock.fence });
      return moved.moved ? moved : { moved: false, is: moved.is === null ? undefined : commitId(moved.is), why: moved.message };
    },
  };
}

export function branchRef(run: RunId): string {
  return `refs/heads/${integrationBranch(run)}`;
}

/** Dated like the work it merges, so that the same merge is the same commit in every sitting. */
async function commitMerge(repository: Repository, order: CandidateOrder, tree: string): Promise<CommitId> {
  const times = (await repository.commitFacts([order.tip, order.commit])).map((one) => one.time);
  const trailers = [`Breakwater-Run: ${order.run}`, `Breakwater-Task: ${order.task}`, `Breakwater-Attempt: ${order.attempt}`];
  const message = `${commitSubject(order.title, order.task)}\n\n${trailers.join('\n')}\n`;
  return repository.commitTree({ tree, parents: [order.tip, order.commit], message, time: Math.max(...times) });
}

/** The tip's tree after the candidate. */
async function commitWithout(
  repository: Repository,
  { run, tip, candidate }: { readonly run: RunId; readonly tip: CommitId; readonly candidate: CommitId },
): Promise<CommitId> {
  const [wanted, made] = await repository.commitFacts([tip, candidate]);
  if (wanted === undefined || made === undefined) throw new Error('Internal error: git left out a commit it was asked for');
  const message = `Take back ${candidate}\n\nBreakwater-Run: ${run}\n`;
  return repository.commitTree({ tree: wanted.tree, parents: [candidate], message, time: made.time });
}
