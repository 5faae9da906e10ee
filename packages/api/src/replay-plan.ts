import type { Repository } from '@breakwater/git';
import { briefOnly, type CommitId, type HubRule, type PastCommit, type Plan, type Task, taskId } from '@breakwater/model';
import { makePlan } from '@breakwater/plan';
import { type PastPlan, type PlanOutcome, type Prediction, pastBrief, pastOutcome } from '@breakwater/predict';
import { indexRepository, openCache } from '@breakwater/repo';
import type { OperatingChoice } from './operating-points.js';
import { cacheFolder } from './places.js';
import { predictTasks } from './predict-tasks.js';

export interface Replay {
  readonly repository: Repository;
  readonly hubs: readonly HubRule[];
  readonly concurrency: number;
  readonly points: readonly OperatingChoice[];
}

/** Plans past commits from the commit before the first of them; undefined when that one is not there (a root, a shallow clone). */
export async function replayPlan({ oneAuthor, commits }: PastPlan<PastCommit>, replay: Replay): Promise<PlanOutcome | undefined> {
  const { repository, hubs, points } = replay;
  const base = await repository.resolveCommit(`${commits[0]?.commit}^`);
  if (!base.ok) return undefined;
  const cache = await openCache(cacheFolder(repository));
  const index = await indexRepository(repository.tree(base.value), cache);
  const tasks = commits.map(pastTask);
  const predicted = await predictTasks(tasks, { repository, commit: base.value, index, cache, hubs });
  return {
    oneAuthor,
    tasks: commits.map((commit, n) => pastOutcome(predicted.touchSets[n], commit.paths, index)),
    risk: riskOf(predicted),
    points: points.map((point) => ({
      ...point,
      waveOf: waveOf(plannedAt(point, tasks, predicted, { ...replay, base: base.value })),
    })),
  };
}

/** A task of which only the text is known, as if somebody had just written it down. */
function pastTask({ subject, body }: PastCommit, n: number): Task {
  return briefOnly(numbered(n), pastBrief(subject, body));
}

function numbered(n: number): Task['id'] {
  return taskId(`c${n}`);
}

function riskOf({ risks }: Prediction): PlanOutcome['risk'] {
  const byPair = new Map(risks.map(({ between, p }) => [between.join(' '), p]));
  return (a, b) => byPair.get(`${numbered(a)} ${numbered(b)}`) ?? 0;
}

function plannedAt(
  { caution, threshold }: OperatingChoice,
  tasks: readonly Task[],
  { touchSets, risks }: Prediction,
  { base, concurrency, hubs }: Replay & { readonly base: CommitId },
): Plan {
  const place = { base: { commit: base, branch: null }, concurrency, hubs, capacities: {}, notes: [] };
  return makePlan({ tasks, touchSets, risks, caution, threshold, ...place });
}

function waveOf({ tasks }: Plan): readonly number[] {
  return tasks.map(({ wave }) => wave);
}
