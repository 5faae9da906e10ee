import { type Landed, land, type Reviewed, resume, retry, review, type Undone, undo, undoLanding } from '@breakwater/api';
import { renderJson, spoken } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { runToEnd } from './execute.js';
import type { RunFlags } from './runs.js';

export async function landCommand(flags: RunFlags, context: Context): Promise<ExitCode> {
  const landed = await land(flags, context.world);
  if (!landed.ok) return fail(landed.error, context, flags.json);
  context.io.out(flags.json ? renderJson({ landed: landed.value }) : `${landedText(landed.value)}\n`);
  return EXIT.done;
}

function landedText({ branch, from, to, tasks, already, run }: Landed): string {
  const what = `${tasks} ${tasks === 1 ? 'task' : 'tasks'} of run ${run}`;
  if (already) return `${branch} holds ${what} already.`;
  return `${branch} is now at ${to.slice(0, 7)}, with ${what}; it was at ${from.slice(0, 7)}.`;
}

export async function undoCommand(flags: RunFlags & { readonly landing: boolean }, context: Context): Promise<ExitCode> {
  if (flags.landing) return undoLandingCommand(flags, context);
  const undone = await undo(flags, context.world);
  if (!undone.ok) return fail(undone.error, context, flags.json);
  context.io.out(flags.json ? renderJson({ undone: undone.value }) : spoken(undoneText(undone.value), context.io.outView));
  return EXIT.done;
}

function undoneText({ task, branch, from, to, verified, run }: Undone): string {
  const lines = [`${task} is taken back: ${branch} is at ${to.slice(0, 7)}, it was at ${from.slice(0, 7)}.`];
  if (!verified) lines.push('That tree was verified only together with what is taken back now.');
  return [...lines, `Run it again with: breakwater retry ${task} ${run}`, ''].join('\n');
}

async function undoLandingCommand(flags: RunFlags, context: Context): Promise<ExitCode> {
  const undone = await undoLanding(flags, context.world);
  if (!undone.ok) return fail(undone.error, context, flags.json);
  const { branch, from, to } = undone.value;
  const text = `The landing is taken back: ${branch} is at ${to.slice(0, 7)}, it was at ${from.slice(0, 7)}.\n`;
  context.io.out(flags.json ? renderJson({ undone: undone.value }) : text);
  return EXIT.done;
}

export function retryCommand(task: string, flags: RunFlags, context: Context): Promise<ExitCode> {
  return runToEnd((listener) => retry(task, flags, listener, context.world), flags.json, context);
}

/** `tasks`: ids separated by commas; all that wait if not given. When nobody is at work on the run, it goes on here. */
export async function approveCommand(tasks: string | undefined, flags: RunFlags, context: Context): Promise<ExitCode> {
  const named = tasks === undefined ? {} : { tasks: tasks.split(',').map((id) => id.trim()) };
  const reviewed = await review({ ...flags, ...named }, context.world);
  if (!reviewed.ok) return fail(reviewed.error, context, flags.json);
  return goOn(reviewed.value, { flags, word: 'approved' }, context);
}

export async function rejectCommand(
  task: string,
  flags: RunFlags & { readonly reason: string | undefined },
  context: Context,
): Promise<ExitCode> {
  const rejectedBecause = flags.reason ?? 'no reason given';
  const reviewed = await review({ ...flags, tasks: [task], rejectedBecause }, context.world);
  if (!reviewed.ok) return fail(reviewed.error, context, flags.json);
  return goOn(reviewed.value, { flags, word: 'rejected' }, context);
}

async function goOn(
  { run, tasks, alive }: Reviewed,
  { flags, word }: { readonly flags: RunFlags; readonly word: 'approved' | 'rejected' },
  context: Context,
): Promise<ExitCode> {
  const says = `${tasks.join(', ')} ${tasks.length === 1 ? 'is' : 'are'} ${word}.`;
  if (alive) {
    context.io.out(flags.json ? renderJson({ [word]: tasks, run }) : `${says} The run that is going on takes it from here.\n`);
    return EXIT.done;
  }
  if (!flags.json) context.io.err(`${says} The run goes on.\n`);
  return runToEnd((listener) => resume({ ...flags, run }, listener, context.world), flags.json, context);
}
