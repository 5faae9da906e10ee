import { clean, type RunChoice, resume, status, stop } from '@breakwater/api';
import { renderJson, renderStatus, spoken } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { runToEnd } from './execute.js';

export interface RunFlags extends RunChoice {
  readonly json: boolean;
}

export async function statusCommand(flags: RunFlags, context: Context): Promise<ExitCode> {
  const found = await status(flags, context.world);
  if (!found.ok) return fail(found.error, context, flags.json);
  const { state, alive } = found.value;
  context.io.out(flags.json ? renderJson({ alive, ...state }) : renderStatus(state, alive, context.io.outView));
  return EXIT.done;
}

export function resumeCommand(flags: RunFlags, context: Context): Promise<ExitCode> {
  return runToEnd((listener) => resume(flags, listener, context.world), flags.json, context);
}

export async function stopCommand(flags: RunFlags, context: Context): Promise<ExitCode> {
  const stopped = await stop(flags.repo, context.world);
  if (!stopped.ok) return fail(stopped.error, context, flags.json);
  const { run } = stopped.value;
  const text = spoken(`Run ${run} has stopped. Go on with: breakwater resume\n`, context.io.outView);
  context.io.out(flags.json ? renderJson({ stopped: run }) : text);
  return EXIT.done;
}

export async function cleanCommand(flags: RunFlags, context: Context): Promise<ExitCode> {
  const cleaned = await clean(flags, context.world);
  if (!cleaned.ok) return fail(cleaned.error, context, flags.json);
  const { worktrees, branches } = cleaned.value;
  if (flags.json) context.io.out(renderJson(cleaned.value));
  else {
    const removed =
      worktrees.length === 0 ? 'No worktree was left.' : `Removed ${counted(worktrees.length, 'worktree', 'worktrees')}.`;
    const where = counted(branches.length, 'branch', 'branches');
    const kept = branches.length === 0 ? '' : ` The work is kept on ${where}: git branch --list 'breakwater/*'`;
    context.io.out(`${removed}${kept}\n`);
  }
  return EXIT.done;
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
