import type { Repository } from '@breakwater/git';
import {
  type Caution,
  type Config,
  type Diagnostic,
  type Effort,
  type Failure,
  ok,
  type Plan,
  type PlanNote,
  type Result,
  type ScheduleKind,
  type Task,
  type TaskEstimate,
  type TaskId,
  type TouchSet,
  type WaitReason,
} from '@breakwater/model';
import { estimateTasks, makePlan, type PlanInput, waitReasons, withConstraints, withForecast } from '@breakwater/plan';
import { type Gathered, gather, type Where } from './gather.js';
import { startFolder } from './open-repo.js';
import { notPredicted, ownFiles } from './own-files.js';
import { partialWorktrees } from './partial-worktrees.js';
import { pastSessions } from './past-sessions.js';
import { predictScouted, type Scouted } from './predict-scouted.js';
import { predictTasks } from './predict-tasks.js';
import { sampleWarnings } from './sample-tasks.js';
import type { Scouting, ScoutMode, ScoutNews } from './scout.js';
import { shallowHistory } from './shallow-history.js';
import { type Trust, trustIn } from './trust.js';
import type { World } from './world.js';

export interface PlanOptions extends Where {
  readonly concurrency?: number;
  readonly caution?: Caution;
  readonly schedule?: ScheduleKind;
  readonly effort?: Effort;
  /** What sessions take, as an earlier plan said; asked of earlier runs if not given. */
  readonly estimates?: readonly TaskEstimate[];
  /** Sharpen the prediction by sessions that only read; `kept`: by what they answered before. Not at all if not given. */
  readonly scout?: ScoutMode;
  /** Told before the first session is asked, and after each. */
  readonly onScout?: (news: ScoutNews) => void;
}

/** A plan and what it was made from. */
export interface Planned {
  readonly plan: Plan;
  readonly waits: ReadonlyMap<TaskId, readonly WaitReason[]>;
  /** In the order of the tasks file. */
  readonly tasks: readonly Task[];
  readonly config: Config;
  readonly tasksFile: string;
  readonly repository: Repository;
  readonly warnings: readonly Diagnostic[];
  readonly trust: Trust;
  /** Files the index could not read and the like, for --verbose. */
  readonly notes: readonly string[];
  /** Missing when no scouting was wanted. */
  readonly scouting?: Scouting;
}

/** Which tasks may run together, in which waves, and why. Writes nothing but what it keeps to be quicker the next time. */
export async function plan(options: PlanOptions, world: World): Promise<Result<Planned, Failure>> {
  const made = await planFrom(options, world);
  return made.ok ? ok(made.value.planned) : made;
}

/** The same, with all that went into the plan: much more than a process should have to hand to another. */
export async function planFrom(
  options: PlanOptions,
  world: World,
): Promise<Result<{ readonly planned: Planned; readonly input: PlanInput }, Failure>> {
  const gathered = await gather(options, world);
  if (!gathered.ok) return gathered;
  const { loaded, repository, index } = gathered.value;
  const own = await ownFiles(repository, loaded, startFolder(options.repo, world));
  const predicted = await predictAll(gathered.value, own, options, world);
  if (!predicted.ok) return predicted;
  const { made, input } = await arrange(gathered.value, predicted.value, options);
  const { scouting } = predicted.value;
  const planned = {
    plan: made,
    ...(scouting === undefined ? {} : { scouting }),
    waits: waitReasons(made),
    tasks: loaded.tasks,
    config: loaded.config,
    tasksFile: loaded.tasksFile,
    repository,
    warnings: [
      ...gathered.value.warnings,
      ...sampleWarnings(loaded),
      ...(await dirtyWarning(repository, own)),
      ...(await shallowHistory(repository, gathered.value.base.commit)),
      ...(await partialWorktrees({ repository, index, config: loaded.config })),
    ],
    notes: index.notes,
    trust: await trustIn(repository),
  };
  return ok({ planned, input });
}

/** What the repository tells of the tasks, and scouting sessions when they are wanted. */
async function predictAll(
  { repository, loaded: { tasks, config }, base, index, cache }: Gathered,
  own: readonly string[],
  { scout: mode, onScout, concurrency = config.concurrency }: PlanOptions,
  world: World,
): Promise<Result<Scouted, Failure>> {
  const foundation = { repository, commit: base.commit, index, cache, hubs: [...config.hubs, notPredicted(own)] };
  if (mode === undefined) return ok(await predictTasks(tasks, foundation));
  const told = onScout === undefined ? {} : { onScout };
  return predictScouted(tasks, foundation, { mode, claude: config.claude, concurrency, ...told }, world);
}

async function arrange(
  { repository, loaded: { tasks, config }, base }: Gathered,
  { touchSets, risks, precedences, scouting }: Scouted,
  options: PlanOptions,
): Promise<{ readonly made: Plan; readonly input: PlanInput }> {
  const past = await pastSessions(repository, config.runner.kind);
  const estimates = options.estimates ?? estimateTasks(tasks, past);
  const input = {
    tasks,
    touchSets,
    risks,
    inferred: precedences,
    base,
    concurrency: options.concurrency ?? config.concurrency,
    caution: options.caution ?? config.caution,
    threshold: config.threshold,
    schedule: options.schedule ?? config.schedule,
    effort: options.effort ?? config.effort,
    scouted: scouting !== undefined,
    hubs: config.hubs,
    capacities: config.resources,
    notes: touchSets.flatMap((set) => [...vagueNote(set), ...sweepNote(set)]),
    minutes: Object.fromEntries(estimates.map(({ task, minutes }) => [task, minutes])),
  };
  const forecast = withForecast(makePlan(input), { estimates, past, review: config.review, capacities: config.resources });
  return { made: withConstraints(forecast, input), input };
}

/** A task that says too little is asked about; the document carries the question. */
function vagueNote({ task, question }: TouchSet): readonly PlanNote[] {
  if (question === undefined) return [];
  const message = `${task} names no project, file or symbol; ${question.candidates} files would fit it`;
  return [{ code: 'Q_VAGUE', message, task, question }];
}

/** A sweep gets in everybody's way, and only its author can say where it goes. */
function sweepNote({ task, sweep }: TouchSet): readonly PlanNote[] {
  if (sweep === undefined) return [];
  const advice = 'say which files (writes: [globs]), or let it run alone (exclusive: true), best before or after all others';
  return [{ code: 'Q_SWEEP', message: `${task} goes wide ("${sweep}"), so its files are hard to tell: ${advice}`, task }];
}

/** Sessions start from the commit, so what is not committed is not there for them. Tasks and configuration need not be. */
async function dirtyWarning(repository: Repository, own: readonly string[]): Promise<readonly Diagnostic[]> {
  const isOwn = (file: string): boolean => own.some((one) => file === one || file.startsWith(`${one}/`));
  const files = (await repository.uncommitted()).filter((file) => !isOwn(file));
  if (files.length === 0) return [];
  const named = files.slice(0, 3).join(', ');
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  const what = files.length === 1 ? '1 file is' : `${files.length} files are`;
  return [
    {
      severity: 'warning',
      code: 'W_DIRTY',
      message: `${what} not committed, so no session will see the change: ${named}${more}`,
    },
  ];
}
