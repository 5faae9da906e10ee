import type { Repository } from '@breakwater/git';
import {
  addUsage,
  type ClaudeSettings,
  type CommitId,
  err,
  type Failure,
  NO_USAGE,
  ok,
  type Result,
  type TaskFailure,
  type TaskId,
  type Usage,
} from '@breakwater/model';
import type { ScoutQuestion } from '@breakwater/predict';
import { checkRunner, startWatchdog } from '@breakwater/session';
import { askScout, SCOUT_LIMITS } from './ask-scout.js';
import { checkTempFolder } from './check-temp-folder.js';
import { forgetOldest, keptAnswer, questionKey } from './kept-scouting.js';
import { isNested, nested } from './nested.js';
import { scoutsFolder } from './places.js';
import type { World } from './world.js';

/** `ask`: ask about what was not answered before; `kept`: use answers of before, ask nobody. */
export type ScoutMode = 'ask' | 'kept';

export interface ScoutOrder {
  readonly repository: Repository;
  readonly base: CommitId;
  readonly claude: ClaudeSettings;
  /** Sessions at once. */
  readonly concurrency: number;
  readonly mode: ScoutMode;
  readonly onScout?: (news: ScoutNews) => void;
}

/** How far the asking has come. */
export interface ScoutNews {
  readonly done: number;
  readonly of: number;
  /** Tasks whose answer was there already. */
  readonly kept: number;
  /** Dollars at which the sessions that are asked are stopped, all together. */
  readonly limitUsd: number;
  readonly usage: Usage;
}

/** What scouting sessions said. */
export interface Scouting {
  /** As they were given, unchecked. */
  readonly answers: ReadonlyMap<TaskId, unknown>;
  readonly asked: number;
  /** What was spent now; answers that were kept cost nothing again. */
  readonly usage: Usage;
  /** Tasks whose prediction is as it would be without scouting; without a failure nobody was asked. */
  readonly unanswered: readonly Unanswered[];
}

export interface Unanswered {
  readonly task: TaskId;
  readonly failure?: TaskFailure;
}

/** Answers and logs: those of many plans, each of a few kilobytes. */
const MOST_KEPT = 1000;

/** A question with the name under which its answer is kept. */
export interface KeyedQuestion extends ScoutQuestion {
  readonly key: string;
}

/**
 * Asks a read-only session about each task, unless its answer is kept from before. A session that fails leaves the prediction of its
 * task as it is; only when no session could be started at all is the whole refused.
 */
export async function scoutTasks(
  questions: readonly ScoutQuestion[],
  order: ScoutOrder,
  world: World,
): Promise<Result<Scouting, Failure>> {
  const keyed = questions.map((question) => ({ ...question, key: keyOf(question, order) }));
  const kept = await keptAnswers(keyed, order);
  const open = keyed.filter(({ task }) => !kept.has(task));
  if (open.length === 0 || order.mode === 'kept') {
    return ok({ answers: kept, asked: 0, usage: NO_USAGE, unanswered: open.map(({ task }) => ({ task })) });
  }
  const refused = await refusal(order, world);
  return refused === undefined ? ok(await askAll(open, kept, order, world)) : err(refused);
}

/** Everything that may change an answer. */
function keyOf({ prompt, schema }: ScoutQuestion, { base, claude }: ScoutOrder): string {
  return questionKey([base, prompt, JSON.stringify(schema), claude.model ?? '']);
}

async function keptAnswers(questions: readonly KeyedQuestion[], { repository }: ScoutOrder): Promise<Map<TaskId, unknown>> {
  const kept = new Map<TaskId, unknown>();
  for (const { task, key } of questions) {
    const answer = await keptAnswer(scoutsFolder(repository), key);
    if (answer !== undefined) kept.set(task, answer);
  }
  return kept;
}

/** Found out once and not once per task. */
async function refusal({ repository, claude }: ScoutOrder, world: World): Promise<Failure | undefined> {
  if (isNested(world)) return nested('start scouting sessions');
  const { environment } = world;
  const checked = await checkRunner({ runner: { kind: 'claude' }, claude, environment, cwd: repository.root });
  if (!checked.ok) return checked.error;
  const temp = await checkTempFolder(world);
  return temp.ok ? undefined : temp.error;
}

async function askAll(
  open: readonly KeyedQuestion[],
  kept: ReadonlyMap<TaskId, unknown>,
  order: ScoutOrder,
  world: World,
): Promise<Scouting> {
  const answers = new Map(kept);
  const failures = new Map<TaskId, TaskFailure>();
  const limitUsd = open.length * SCOUT_LIMITS.usd;
  let [usage, done] = [NO_USAGE, 0];
  const tell = (): void => order.onScout?.({ done, of: open.length, kept: kept.size, limitUsd, usage });
  tell();
  const watchdog = startWatchdog(world.pid);
  try {
    await inTurns(open, order.concurrency, async (question) => {
      if (world.stop.aborted) return;
      const { answer, usage: spent } = await askScout(question, order, world);
      [usage, done] = [addUsage(usage, spent), done + 1];
      if (answer.ok) answers.set(question.task, answer.value);
      else failures.set(question.task, answer.error);
      tell();
    });
  } finally {
    watchdog.dismiss();
    await forgetOldest(scoutsFolder(order.repository), MOST_KEPT);
  }
  return { answers, asked: done, usage, unanswered: open.flatMap(({ task }) => unanswered(task, answers, failures)) };
}

function unanswered(
  task: TaskId,
  answers: ReadonlyMap<TaskId, unknown>,
  failures: ReadonlyMap<TaskId, TaskFailure>,
): readonly Unanswered[] {
  if (answers.has(task)) return [];
  const failure = failures.get(task);
  return [failure === undefined ? { task } : { task, failure }];
}

/** So many at once, in the order given. */
async function inTurns<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  const worker = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}
