import { type ChildProcess, fork } from 'node:child_process';
import { dirname } from 'node:path';
import { err, type Failure, ok, type Result } from '@breakwater/model';
import type { PlanAnswer, PlanMessage } from './answer-plan.js';
import { openRepo } from './open-repo.js';
import type { Planner } from './plan-order.js';
import type { ScoutNews } from './scout.js';
import type { World } from './world.js';

/**
 * Plans in a process of its own, a program that answers with `answerPlan`. What the index of a large repository takes is given back
 * with it: to start a git copies the tables of all the memory a process has, and a run does that hundreds of times.
 */
export function planApart(program: string): Planner {
  return async ({ options: { onScout, ...options }, document }, world) => {
    const order = document === undefined ? { options } : { options, document };
    const [opened, answer] = await Promise.all([
      openRepo(options.repo, world),
      ask(program, { order, cwd: world.cwd, ...(world.projects && { projects: world.projects }) }, { world, onScout }),
    ]);
    if (!opened.ok) return opened;
    return answer.ok ? ok({ ...answer.value, repository: opened.value }) : answer;
  };
}

interface Asking {
  readonly world: World;
  readonly onScout: ((news: ScoutNews) => void) | undefined;
}

async function ask(program: string, message: PlanMessage, { world, onScout }: Asking): Promise<Result<Answered, Failure>> {
  const planner = start(program, world);
  // Not of our process group, it hears of signals through us alone: each once.
  const pass = () => void planner.kill('SIGTERM');
  for (const signal of [world.stop, world.hurry]) signal.addEventListener('abort', pass);
  try {
    // Where it is gone already, its end is the answer.
    planner.send(message, () => undefined);
    return await answerOf(planner, onScout);
  } finally {
    for (const signal of [world.stop, world.hurry]) signal.removeEventListener('abort', pass);
  }
}

type Answered = Extract<PlanAnswer, { readonly planned: unknown }>['planned'] extends Result<infer T, Failure> ? T : never;

/** Somewhere that exists: the folder the command was started in may be gone. */
function start(program: string, { environment }: World): ChildProcess {
  return fork(program, {
    cwd: dirname(program),
    env: environment,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
}

function answerOf(planner: ChildProcess, onScout: Asking['onScout']): Promise<Result<Answered, Failure>> {
  return new Promise((resolve, reject) => {
    planner.on('message', (answer: PlanAnswer) => {
      if ('scout' in answer) onScout?.(answer.scout);
      else if ('planned' in answer) resolve(answer.planned);
      else reject(faultOf(answer.fault));
    });
    planner.on('error', reject);
    planner.on('exit', (code, signal) => {
      if (signal === null) reject(new Error(`Internal error: the process that plans ended without an answer, exit code ${code}`));
      else resolve(err(ended(signal)));
    });
  });
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
