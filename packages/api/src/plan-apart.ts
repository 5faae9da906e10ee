import { err, type Failure, ok, type Result } from '@breakwater/model';
import { askProgram } from '@breakwater/session';
import type { PlanAnswer, PlanMessage } from './answer-plan.js';
import { openRepo } from './open-repo.js';
import type { Planned, PlanOptions } from './plan.js';
import type { Planner } from './plan-order.js';
import type { World } from './world.js';

/**
 * Plans in a process of its own, a program that answers with `answerPlan`. What the index of a large repository takes is given back
 * with it: to start a git copies the tables of all the memory a process has, and a run does that hundreds of times.
 */
export function planApart(program: string): Planner {
  return async ({ options: { onRead, onScout, ...options }, document }, world) => {
    const order = document === undefined ? { options } : { options, document };
    const message = { order, cwd: world.cwd, ...(world.projects && { projects: world.projects }) };
    const [opened, planned] = await Promise.all([
      openRepo(options.repo, world),
      ask({ program, message, onNews: (news) => pass(news, { onRead, onScout }) }, world),
    ]);
    if (!opened.ok) return opened;
    return planned.ok ? ok({ ...planned.value, repository: opened.value }) : planned;
  };
}

interface Asking {
  readonly program: string;
  readonly message: PlanMessage;
  readonly onNews: (news: PlanAnswer) => void;
}

interface Listeners {
  readonly onRead: PlanOptions['onRead'] | undefined;
  readonly onScout: PlanOptions['onScout'] | undefined;
}

function pass(news: PlanAnswer, { onRead, onScout }: Listeners): void {
  if ('read' in news) onRead?.(news.read.done, news.read.of);
  if ('scout' in news) onScout?.(news.scout);
}

async function ask(
  { program, message, onNews }: Asking,
  { environment, stop, hurry }: World,
): Promise<Result<Omit<Planned, 'repository'>, Failure>> {
  let last: PlanAnswer | undefined;
  const onAnswer = (answer: unknown): void => {
    last = answer as PlanAnswer;
    onNews(last);
  };
  const { exitCode, signal } = await askProgram({ program, message, environment, onAnswer, stops: [stop, hurry] });
  if (last !== undefined && 'planned' in last) return last.planned;
  if (last !== undefined && 'fault' in last) throw faultOf(last.fault);
  if (signal !== null) return err(ended(signal));
  throw new Error(`Internal error: the process that plans ended without an answer, exit code ${exitCode}`);
}

/** Of all that is ours it holds the most memory, so it is the first that a system in need ends. */
function ended(signal: string): Failure {
  const message = `the process that makes the plan was ended by ${signal}, and nothing was started`;
  const hint = 'if the system ran out of memory, end what else is running; then run it again';
  return { reason: 'environment', code: 'E_PLANNING', message, hint };
}

/** With the lines of where it arose. */
function faultOf(stack: string): Error {
  return Object.assign(new Error(stack), { stack });
}
