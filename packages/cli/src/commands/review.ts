import { type Landed, land, retry, type Undone, undo, undoLanding } from '@breakwater/api';
import { renderJson } from '@breakwater/report';
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
  context.io.out(flags.json ? renderJson({ undone: undone.value }) : undoneText(undone.value));
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
