import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Planned } from '@breakwater/api';
import { type PlanOptions, plan, prompt } from '@breakwater/api';
import { type NextCommand, renderJson, renderPlan, renderPlanMermaid, safeText, scoutingWarnings } from '@breakwater/report';
import { type Context, fail, warn } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { stoppedWhileScouting, watchPlanning } from '../watch-planning.js';

export interface PlanFlags extends PlanOptions {
  readonly json: boolean;
  readonly mermaid: boolean;
  readonly verbose: boolean;
  /** Also write the plan document to this file. */
  readonly out?: string;
  /** Show what the session of this task would receive. */
  readonly prompt?: string;
}

export async function planCommand(flags: PlanFlags, context: Context): Promise<ExitCode> {
  const { io, world } = context;
  if (flags.prompt !== undefined) return promptCommand(flags.prompt, flags, context);
  const planned = await watchPlanning(flags, context, (options) => plan(options, world));
  if (world.stop.aborted) return stoppedWhileScouting(flags.json, context);
  if (!planned.ok) return fail(planned.error, context, flags.json);
  warnOfPlan(planned.value, io);
  if (flags.verbose) for (const note of planned.value.notes) io.err(`note: ${note}\n`);
  if (flags.out !== undefined) {
    const problem = await writeDocument(flags.out, renderJson(planned.value.plan), world.cwd);
    if (problem !== undefined)
      return fail(
        { reason: 'environment', code: 'E_OUTPUT', message: problem, hint: 'Choose another place for --out.' },
        context,
        flags.json,
      );
  }
  io.out(answer(planned.value, flags, context));
  return EXIT.done;
}

/** Shared with `execute`: what may be wrong with what the plan rests on. */
export function warnOfPlan({ warnings, scouting }: Planned, io: Context['io']): void {
  warn([...warnings, ...scoutingWarnings(scouting?.unanswered ?? [])], io);
}

function answer(planned: Planned, flags: PlanFlags, { io }: Context): string {
  if (flags.json) return renderJson(planned.plan);
  if (flags.mermaid) return renderPlanMermaid(planned.plan);
  return previewOf(planned, flags.verbose, io);
}

/** The preview as `plan` prints it and `execute` shows it before it asks. */
export function previewOf(planned: Planned, verbose: boolean, io: Context['io']): string {
  const { usd } = planned.config.budget;
  const budget = usd === undefined ? {} : { budgetUsd: usd };
  return renderPlan(
    { plan: planned.plan, waits: planned.waits, verbose, ...planned.trust, fence: 'off', ...budget, next: nextCommands(planned) },
    io.outView,
  );
}

function nextCommands({ plan: { conflicts, waves, scouted } }: Planned): readonly NextCommand[] {
  const [first] = conflicts;
  const [a] = waves.flat();
  // What was answered is kept, so this plan comes again and asks nobody.
  const scout = scouted === true ? ' --scout' : '';
  return [
    { label: 'run it', command: `breakwater execute${scout}` },
    { label: 'all files', command: `breakwater plan --verbose${scout}` },
    ...(first === undefined ? [] : [{ label: 'why apart', command: `breakwater explain ${first.between.join(' ')}${scout}` }]),
    ...(a === undefined ? [] : [{ label: 'its prompt', command: `breakwater plan --prompt ${a}${scout}` }]),
  ];
}

/** Never over a file that is there: a plan somebody reviewed must not change under their hands. */
async function writeDocument(file: string, text: string, cwd: string): Promise<string | undefined> {
  try {
    await writeFile(resolve(cwd, file), text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'EEXIST' ? `${file} exists already` : `${file} cannot be written (${code})`;
  }
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
