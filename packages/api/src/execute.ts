import type { Lock, Repository } from '@breakwater/git';
import { createJournal, type Journal } from '@breakwater/journal';
import {
  type Config,
  err,
  type Failure,
  type FailurePolicy,
  type Fence,
  type Isolation,
  ok,
  type Protection,
  type Result,
  type ReviewMode,
  type RunId,
  type Runner,
  type RunState,
  runId,
  type SandboxUse,
} from '@breakwater/model';
import { checkRunner } from '@breakwater/session';
import { checkTempFolder } from './check-temp-folder.js';
import { checkWorktreesFolder } from './check-worktrees-folder.js';
import { drive, type RunListener } from './drive.js';
import { allRuns, isOver } from './find-run.js';
import { freeze } from './frozen.js';
import { holdLock, livingOwner } from './hold-lock.js';
import { findLeftovers } from './leftovers.js';
import { isNested, nested } from './nested.js';
import { runFolder, runRefs, worktreesFolder } from './places.js';
import type { Planned } from './plan.js';
import { protectionOf } from './protection.js';
import { branchRef } from './repository-port.js';
import { chooseSandbox } from './sandbox.js';
import type { World } from './world.js';

export interface ExecuteOptions {
  /** Replaces the configured runner. */
  readonly runner?: Runner;
  /** The same by name, for the command line. */
  readonly runnerKind?: 'claude' | 'command';
  /** Replaces the configured fence. */
  readonly fence?: Fence;
  /** Replaces the configured use of a sandbox. */
  readonly sandbox?: SandboxUse;
  /** Replaces the configured one. */
  readonly isolation?: Isolation;
  /** `continue` if not given. */
  readonly onFailure?: FailurePolicy;
  /** Replaces the configured one. */
  readonly review?: ReviewMode;
  /** Dollars for the whole run; replaces the configured budget. */
  readonly budgetUsd?: number;
}

/** What a run would use, found out before anything is created. */
export interface Preflight {
  readonly runner: Runner;
  /** For a person: `claude 2.1.330`. */
  readonly description: string;
  readonly warnings: readonly string[];
  readonly protection: Protection;
  readonly budgetUsd?: number;
  readonly onFailure?: FailurePolicy;
  readonly review: ReviewMode;
  readonly isolation: Isolation;
}

/** All checks that can refuse a run, and no effects. */
export async function preflight(planned: Planned, options: ExecuteOptions, world: World): Promise<Result<Preflight, Failure>> {
  if (isNested(world)) return err(nested('start another run'));
  const { repository, config } = planned;
  const chosen = chooseRunner(options, config);
  if (!chosen.ok) return chosen;
  const runner = chosen.value;
  const cwd = repository.root;
  const checked = await checkRunner({ runner, claude: config.claude, environment: world.environment, cwd });
  if (!checked.ok) return checked;
  const sandbox = await chooseSandbox(options.sandbox ?? config.sandbox, world);
  if (!sandbox.ok) return sandbox;
  const isolation = options.isolation ?? config.isolation ?? 'worktree';
  const obstacle = await obstacleTo(planned, isolation, world);
  if (obstacle !== undefined) return err(obstacle);
  const budgetUsd = options.budgetUsd ?? config.budget.usd;
  const fence = options.fence ?? config.fence;
  const protection = protectionOf(runner, { fence, claude: config.claude }, { sandbox: sandbox.value, isolation });
  const policy = options.onFailure === undefined ? {} : { onFailure: options.onFailure };
  const review = options.review ?? config.review.mode;
  return ok({
    runner,
    ...checked.value,
    protection,
    review,
    isolation,
    ...policy,
    ...(budgetUsd === undefined ? {} : { budgetUsd }),
  });
}

/** What in the repository or beside it keeps a run from beginning. */
async function obstacleTo(
  { repository, config, plan }: Planned,
  isolation: Isolation,
  world: World,
): Promise<Failure | undefined> {
  const owner = await livingOwner(repository);
  if (owner !== undefined) return { reason: 'locked', owner };
  const unfinished = (await allRuns(repository)).find((one) => !isOver(one.state));
  if (unfinished !== undefined) return { reason: 'run-unfinished', run: unfinished.run };
  const place = worktreesFolder(repository, config, runId('0000'));
  if (!place.ok) return place.error;
  const usable = await checkWorktreesFolder(place.value);
  if (!usable.ok) return usable.error;
  const temp = await checkTempFolder(world);
  if (!temp.ok) return temp.error;
  if ((await repository.readRef(OBSTACLE)) !== undefined) return branchTaken();
  return isolation === 'clone' ? repository.cloneObstacle(plan.base.commit) : undefined;
}

function chooseRunner({ runner, runnerKind }: ExecuteOptions, config: Config): Result<Runner, Failure> {
  if (runner !== undefined) return ok(runner);
  if (runnerKind === 'claude') return ok({ kind: 'claude' });
  if (runnerKind === undefined || config.runner.kind === 'command') return ok(config.runner);
  const hint = 'Name it in the configuration: runner: { kind: command, command: [node, agent.mjs] }';
  return err({ reason: 'usage', message: 'No command is configured that could run a task.', hint });
}

/** Git keeps branches like files: where this one is, there can be no branch below it. */
const OBSTACLE = 'refs/heads/breakwater';

function branchTaken(): Failure {
  const message = 'There is a branch named "breakwater", so git cannot make the branches of a run below that name.';
  const hint = 'Rename it: git branch -m breakwater another-name';
  return { reason: 'repository-refused', code: 'E_BRANCH_TAKEN', message, hint };
}

/** Runs a plan to its end, or until the user stops it. */
export async function execute(
  planned: Planned,
  ready: Preflight,
  listener: RunListener,
  world: World,
): Promise<Result<RunState, Failure>> {
  const { repository, config } = planned;
  const begun = await begin(repository, config, world);
  if (!begun.ok) return begun;
  const { lock, journal, run, worktrees } = begun.value;
  try {
    const budget = ready.budgetUsd === undefined ? {} : { budgetUsd: ready.budgetUsd };
    const policy = ready.onFailure === undefined ? {} : { onFailure: ready.onFailure };
    const frozen = {
      version: 1,
      plan: planned.plan,
      tasks: planned.tasks,
      config: { ...config, isolation: ready.isolation },
      runner: ready.runner,
      protection: ready.protection,
      review: ready.review,
      drivers: await repository.pinDrivers(),
      ...budget,
      ...policy,
    } as const;
    const frozenAs = await freeze(repository, run, frozen);
    await repository.mustMoveRef({ ref: runRefs(run).base, from: null, to: planned.plan.base.commit });
    await repository.mustMoveRef({ ref: branchRef(run), from: null, to: planned.plan.base.commit });
    return ok(await drive({ run, repository, lock, journal, frozen, frozenAs, records: [], worktrees, listener }, world));
  } finally {
    await journal.close();
    await lock.release();
  }
}

interface Begun {
  readonly lock: Lock;
  readonly journal: Journal;
  readonly run: RunId;
  readonly worktrees: string;
}

/** The lock first; then a run id nobody has, reserved by making its folder. */
async function begin(repository: Repository, config: Config, world: World): Promise<Result<Begun, Failure>> {
  const run = await freeRunId(repository, world);
  const worktrees = worktreesFolder(repository, config, run);
  if (!worktrees.ok) return worktrees;
  const lock = await holdLock(repository, run, world);
  if (!lock.ok) return lock;
  for (const { remove } of await findLeftovers(repository, world)) await remove();
  const journal = await createJournal({ folder: runFolder(repository, run), now: world.now });
  if (journal.ok) return ok({ lock: lock.value, journal: journal.value, run, worktrees: worktrees.value });
  await lock.value.release();
  return journal;
}

/** Short enough to type, and neither a run nor a branch yet. */
async function freeRunId(repository: Repository, world: World): Promise<RunId> {
  for (let digits = 4; ; digits = Math.min(8, digits + 1)) {
    const run = runId(world.randomHex(digits));
    const [refs, branches] = await Promise.all([
      repository.listRefs(runRefs(run).prefix),
      repository.listRefs(`refs/heads/breakwater/${run}/`),
    ]);
    if (refs.length === 0 && branches.length === 0) return run;
  }
}
