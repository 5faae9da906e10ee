import { type Backtest, type CommitId, type Diagnostic, err, type Failure, ok, type Result } from '@breakwater/model';
import { type PlanOutcome, pastPlans, summarizeBacktest } from '@breakwater/predict';
import { readHistory } from '@breakwater/repo';
import { changeConfig, loadConfig, type Settings } from '@breakwater/tasks';
import { findBase, searchFrom, type Where } from './gather.js';
import { openRepo } from './open-repo.js';
import { comparedPoints } from './operating-points.js';
import { type Replay, replayPlan } from './replay-plan.js';
import { shallowHistory } from './shallow-history.js';
import { keepBacktest } from './trust.js';
import type { World } from './world.js';

export interface BacktestOptions extends Omit<Where, 'tasksFile' | 'only'> {
  readonly concurrency?: number;
  /** Commits looked at, the newest; 400 if not given. */
  readonly commits?: number;
  /** Sets what is recommended, if anything is, in the configuration. */
  readonly write?: boolean;
  /** Told before each plan and after the last. */
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Backtested {
  readonly backtest: Backtest;
  /** What makes the figures tell less than they could. */
  readonly warnings: readonly Diagnostic[];
  /** The configuration that was changed, as it is shown. */
  readonly wrote?: string;
}

/** Tasks of one plan: a dozen is a backlog that one person can still oversee. */
const PLAN_SIZE = 12;
const COMMITS = 400;

/**
 * Plans commits that are already there as if they were tasks, each plan from the commit before its first, and compares with what
 * they changed. Reads only the repository's objects; asked to stop, it answers with what it has measured by then.
 */
export async function backtest(options: BacktestOptions, world: World): Promise<Result<Backtested, Failure>> {
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
  const replay = { repository, hubs: config.hubs, concurrency, points };
  const outcomes = await replayHistory(base.value.commit, replay, { ...options, stop: world.stop });
  const measured = summarizeBacktest({ base: base.value.commit, concurrency, outcomes, present });
  await keepBacktest(repository, measured, world.randomHex(8));
  const answer = { backtest: measured, warnings: await shallowHistory(repository, base.value.commit) };
  return options.write === true ? adopt(answer, searchFrom(repository, options, world)) : ok(answer);
}

async function replayHistory(
  base: CommitId,
  replay: Replay,
  { commits = COMMITS, onProgress, stop }: BacktestOptions & Pick<World, 'stop'>,
): Promise<readonly PlanOutcome[]> {
  const history = await readHistory(replay.repository.history(base));
  const plans = pastPlans(history, { size: PLAN_SIZE, commits });
  const outcomes: PlanOutcome[] = [];
  for (const [done, plan] of plans.entries()) {
    onProgress?.(done, plans.length);
    if (stop.aborted) return outcomes;
    const outcome = await replayPlan(plan, replay);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  onProgress?.(plans.length, plans.length);
  return outcomes;
}

/** Sets what is recommended; nothing recommended, nothing changed. */
async function adopt(answer: Backtested, where: Parameters<typeof changeConfig>[0]): Promise<Result<Backtested, Failure>> {
  const settings = recommendedSettings(answer.backtest);
  if (settings === undefined) return ok(answer);
  const wrote = await changeConfig(where, settings);
  return wrote.ok ? ok({ ...answer, wrote: wrote.value }) : err({ reason: 'bad-input', diagnostics: wrote.error });
}

function recommendedSettings({ points, recommended }: Backtest): Settings | undefined {
  const point = recommended === undefined ? undefined : points[recommended];
  if (point === undefined) return undefined;
  return point.caution === 'fast' ? { caution: 'fast' } : { caution: point.caution, threshold: point.threshold };
}
