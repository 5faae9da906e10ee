import { type Backtest, err, type Failure, ok, type Result } from '@breakwater/model';
import { type PlanOutcome, pastPlans, summarizeBacktest } from '@breakwater/predict';
import { readHistory } from '@breakwater/repo';
import { loadConfig } from '@breakwater/tasks';
import { findBase, searchFrom, type Where } from './gather.js';
import { openRepo } from './open-repo.js';
import { comparedPoints } from './operating-points.js';
import { replayPlan } from './replay-plan.js';
import type { World } from './world.js';

export interface BacktestOptions extends Omit<Where, 'tasksFile' | 'only'> {
  readonly concurrency?: number;
  /** Commits looked at, the newest; 400 if not given. */
  readonly commits?: number;
  /** Told before the first plan and after each. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Tasks of one plan: a dozen is a backlog that one person can still oversee. */
const PLAN_SIZE = 12;
const COMMITS = 400;

/**
 * Plans commits that are already there as if they were tasks, each plan from the commit before its first, and compares with what
 * they changed. Reads only the repository's objects; asked to stop, it answers with what it has measured by then.
 */
export async function backtest(options: BacktestOptions, world: World): Promise<Result<Backtest, Failure>> {
  const opened = await openRepo(options.repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const loaded = await loadConfig(searchFrom(repository, options, world));
  if (!loaded.ok) return err({ reason: 'bad-input', diagnostics: loaded.error });
  const base = await findBase(repository, options.base);
  if (!base.ok) return base;
  const { config } = loaded.value;
  const concurrency = options.concurrency ?? config.concurrency;
  const { points, present } = comparedPoints(config);
  const history = await readHistory(repository.history(base.value.commit));
  const plans = pastPlans(history, { size: PLAN_SIZE, commits: options.commits ?? COMMITS });
  const outcomes: PlanOutcome[] = [];
  for (const [done, plan] of plans.entries()) {
    options.onProgress?.(done, plans.length);
    if (world.stop.aborted) break;
    const outcome = await replayPlan(plan, { repository, hubs: config.hubs, concurrency, points });
    if (outcome !== undefined) outcomes.push(outcome);
  }
  options.onProgress?.(plans.length, plans.length);
  return ok(summarizeBacktest({ base: base.value.commit, concurrency, outcomes, present }));
}
