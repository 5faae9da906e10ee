import { createInterface } from 'node:readline/promises';
import { type ExecuteOptions, execute, type Planned, type PlanOptions, type Preflight, preflight } from '@breakwater/api';
import type { Failure, Result, RunState } from '@breakwater/model';
import { renderJson, renderJsonLine, renderSummary } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode, exitCodeOfRun, exitCodeOfStop } from '../exit-code.js';
import { nextAfterRun } from '../next-after-run.js';
import { watchPlanning } from '../watch-planning.js';
import { watchRun } from '../watch-run.js';
import { type PreviewFacts, previewOf, warnOfPlan } from './plan.js';

export interface ExecuteFlags extends PlanOptions, ExecuteOptions {
  readonly json: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** A plan document made before: run exactly that. */
  readonly planFile?: string;
  /** With a plan document that no longer holds: take the new plan. */
  readonly replan: boolean;
}

export async function executeCommand(flags: ExecuteFlags, context: Context): Promise<ExitCode> {
  const { io, world } = context;
  if (flags.replan && flags.planFile === undefined) return fail(NO_PLAN_FILE, context, flags.json);
  const planned = await watchPlanning(scoutedBy(flags), context, (options) => planOf(flags, options, context));
  if (world.stop.aborted) return stoppedBefore(flags, context);
  if (!planned.ok) return fail(planned.error, context, flags.json);
  warnOfPlan(planned.value, io);
  const ready = await preflight(planned.value, flags, world);
  if (!ready.ok) return fail(ready.error, context, flags.json);
  for (const warning of ready.value.warnings) io.err(`warning: ${warning}\n`);
  if (flags.dryRun) return dryRun(planned.value, ready.value, flags, context);
  if (!flags.json && !(await agreed(planned.value, ready.value, flags, context))) return EXIT.done;
  if (world.stop.aborted) return stoppedBefore(flags, context);
  return runToEnd((watch) => execute(planned.value, ready.value, watch, world), flags.json, context);
}

const NO_PLAN_FILE: Failure = {
  reason: 'usage',
  message: '--replan says what to do when a plan file no longer holds, and none is named.',
  hint: 'With one: breakwater execute plan.json --replan  Without, the plan is made anew anyway: breakwater execute',
};

/** Starting nothing, a dry run asks nobody either. */
function scoutedBy(flags: ExecuteFlags): PlanOptions {
  return flags.dryRun && flags.scout !== undefined ? { ...flags, scout: 'kept' } : flags;
}

function planOf(
  { planFile: file, replan }: ExecuteFlags,
  options: PlanOptions,
  { planner, world }: Context,
): Promise<Result<Planned, Failure>> {
  return planner(file === undefined ? { options } : { options, document: { file, replan } }, world);
}

/** Asked to stop while the plan was made: there is nothing to interrupt or to resume yet. */
function stoppedBefore({ json }: ExecuteFlags, { io, signal }: Context): ExitCode {
  if (json) io.out(renderJsonLine({ stopped: 'before the run began' }));
  else io.out('Nothing was started.\n');
  return exitCodeOfStop(signal());
}

/** Everything that would be used, and nothing started. */
function dryRun(planned: Planned, ready: Preflight, flags: ExecuteFlags, { io }: Context): ExitCode {
  if (flags.json) io.out(renderJson({ dryRun: true, runner: ready.description, plan: planned.plan }));
  else
    io.out(
      `${previewOf(planned, factsOf(ready, flags), io)}\nDry run: nothing was started. It would run with ${ready.description}.\n`,
    );
  return EXIT.done;
}

function factsOf({ protection: { guard } }: Preflight, options: ExecuteFlags): PreviewFacts {
  return { options, guard };
}

/** In a terminal the plan is shown and the person asked; elsewhere `execute` itself is the word. */
async function agreed(planned: Planned, ready: Preflight, flags: ExecuteFlags, { io }: Context): Promise<boolean> {
  if (flags.yes || !io.canAsk) return true;
  io.out(previewOf(planned, factsOf(ready, flags), io));
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C and Ctrl-D reject the question: that is a no.
  const answer = await asked.question(`\nRun it with ${ready.description}? [Y/n] `).catch(() => undefined);
  asked.close();
  const yes = answer !== undefined && /^\s*(y|yes)?\s*$/i.test(answer);
  if (!yes) io.out(`${answer === undefined ? '\n' : ''}Nothing was started.\n`);
  return yes;
}

/** Shared with `resume` and `demo`: watch a run and say how it ended. */
export async function runToEnd(
  start: (listener: ReturnType<typeof watchRun>['listener']) => Promise<Result<RunState, Failure>>,
  json: boolean,
  context: Context,
): Promise<ExitCode> {
  const watch = watchRun(context.io, json, context.world);
  let ended: Result<RunState, Failure>;
  try {
    ended = await start(watch.listener);
  } finally {
    watch.close();
  }
  if (!ended.ok) return fail(ended.error, context, json);
  if (!json) context.io.out(`\n${renderSummary(ended.value, context.io.outView, { next: nextAfterRun(ended.value) })}`);
  return exitCodeOfRun(ended.value, context.signal());
}
