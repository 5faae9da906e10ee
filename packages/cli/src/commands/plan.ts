import type { Planned } from '@breakwater/api';
import { type ExecuteOptions, type PlanOptions, plan, prompt, protectionOf } from '@breakwater/api';
import type { Protection } from '@breakwater/model';
import {
  type NextCommand,
  type PlanPreview,
  renderJson,
  renderPlan,
  renderPlanMermaid,
  renderPlanPage,
  safeText,
  scoutingWarnings,
} from '@breakwater/report';
import { type Context, fail, warn } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type OutputFile, obstacleTo, writeNew } from '../output-file.js';
import { planningFlags, runningFlags, shellWord } from '../repeated-flags.js';
import { stoppedWhileScouting, watchPlanning } from '../watch-planning.js';

export interface PlanFlags extends PlanOptions {
  readonly json: boolean;
  readonly mermaid: boolean;
  readonly verbose: boolean;
  /** Also write the plan as a page to this file. */
  readonly html?: string;
  /** Also write the plan document to this file. */
  readonly out?: string;
  /** Show what the session of this task would receive. */
  readonly prompt?: string;
}

export async function planCommand(flags: PlanFlags, context: Context): Promise<ExitCode> {
  const { io, world } = context;
  if (flags.prompt !== undefined) return promptCommand(flags.prompt, flags, context);
  const obstacle = await obstacleTo(outputsOf(flags), world.cwd);
  if (obstacle !== undefined) return fail(obstacle, context, flags.json);
  const planned = await watchPlanning(flags, context, (options) => plan(options, world));
  if (world.stop.aborted) return stoppedWhileScouting(flags.json, context);
  if (!planned.ok) return fail(planned.error, context, flags.json);
  warnOfPlan(planned.value, io);
  if (flags.verbose) for (const note of planned.value.notes) io.err(`note: ${note}\n`);
  for (const output of outputsOf(flags)) {
    const problem = await writeNew(output, textFor(output, planned.value, flags, context), world.cwd);
    if (problem !== undefined) return fail(problem, context, flags.json);
  }
  io.out(answer(planned.value, flags, context));
  return EXIT.done;
}

function outputsOf({ out, html }: PlanFlags): readonly OutputFile[] {
  return [
    ...(out === undefined ? [] : [{ flag: '--out', file: out } as const]),
    ...(html === undefined ? [] : [{ flag: '--html', file: html } as const]),
  ];
}

/** Shared with `execute`: what may be wrong with what the plan rests on. */
export function warnOfPlan({ warnings, scouting }: Planned, io: Context['io']): void {
  warn([...warnings, ...scoutingWarnings(scouting?.unanswered ?? [])], io);
}

function textFor({ flag }: OutputFile, planned: Planned, flags: PlanFlags, { io }: Context): string {
  if (flag === '--out') return renderJson(planned.plan);
  const preview = previewValue(planned, factsOf(planned, flags));
  return renderPlanPage({ ...preview, tasks: planned.tasks, hubs: planned.config.hubs }, io.outView);
}

function answer(planned: Planned, flags: PlanFlags, { io }: Context): string {
  if (flags.json) return renderJson(planned.plan);
  if (flags.mermaid) return renderPlanMermaid(planned.plan);
  return previewOf(planned, factsOf(planned, flags), io);
}

function factsOf({ config }: Planned, options: PlanFlags): PreviewFacts {
  return { options, guard: protectionOf(config.runner, config).guard, verbose: options.verbose };
}

/** What a preview has to know besides the plan. */
export interface PreviewFacts {
  /** What was chosen, for the commands to go on with. */
  readonly options: PlanOptions & ExecuteOptions & { readonly planFile?: string };
  readonly guard: Protection['guard'];
  readonly verbose?: boolean;
}

/** The preview as `plan` prints it and `execute` shows it before it asks. */
export function previewOf(planned: Planned, facts: PreviewFacts, io: Context['io']): string {
  return renderPlan(previewValue(planned, facts), io.outView);
}

/** What the preview says, for a terminal as for a page. */
function previewValue(planned: Planned, { options, guard, verbose = false }: PreviewFacts): PlanPreview {
  const { plan: made, waits, trust, config } = planned;
  const usd = options.budgetUsd ?? config.budget.usd;
  const budget = usd === undefined ? {} : { budgetUsd: usd };
  return { plan: made, waits, verbose, ...trust, guard, ...budget, next: nextCommands(planned, options) };
}

/** Of the very plan that is shown: with other flags they would speak of another one, or run it. */
function nextCommands(
  { plan: { conflicts, waves, scouted } }: Planned,
  options: PreviewFacts['options'],
): readonly NextCommand[] {
  const [first] = conflicts;
  const [a] = waves.flat();
  const file = options.planFile === undefined ? '' : ` ${shellWord(options.planFile)}`;
  // What was answered is kept, so this plan comes again and asks nobody.
  const flags = planningFlags(options) + (scouted === true ? ' --scout' : '');
  return [
    { label: 'run it', command: `breakwater execute${file}${flags}${runningFlags(options)}` },
    { label: 'all files', command: `breakwater plan --verbose${flags}` },
    ...(first === undefined ? [] : [{ label: 'why apart', command: `breakwater explain ${first.between.join(' ')}${flags}` }]),
    ...(a === undefined ? [] : [{ label: 'its prompt', command: `breakwater plan --prompt ${a}${flags}` }]),
  ];
}

async function promptCommand(task: string, flags: PlanFlags, context: Context): Promise<ExitCode> {
  const text = await watchPlanning(flags, context, (options) => prompt(task, options, context.world));
  if (context.world.stop.aborted) return stoppedWhileScouting(flags.json, context);
  if (!text.ok) return fail(text.error, context, flags.json);
  context.io.out(flags.json ? renderJson({ task, prompt: text.value }) : harmless(text.value));
  return EXIT.done;
}

/** Lines and tabs as they are; a brief may hold what would command a terminal. The very bytes are in the document of --json. */
function harmless(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((part, at) => (at % 2 === 1 ? part : safeText(part)))
    .join('');
}
