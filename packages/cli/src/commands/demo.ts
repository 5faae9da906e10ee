import { fileURLToPath } from 'node:url';
import { execute, makeDemo, type Planned, plan, preflight } from '@breakwater/api';
import type { Runner } from '@breakwater/model';
import { type Context, fail } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { runToEnd } from './execute.js';
import { previewOf } from './plan.js';

const WORKSPACE = fileURLToPath(new URL('../../demo/workspace', import.meta.url));
const EDITS = fileURLToPath(new URL('../../demo/edits', import.meta.url));

/** Builds a small monorepo, plans its eight tasks and runs them: with prepared edits, or with the real Claude Code by --live. */
export async function demoCommand(
  flags: { readonly live: boolean; readonly json: boolean },
  context: Context,
): Promise<ExitCode> {
  const made = await makeDemo(WORKSPACE, context.world);
  if (!made.ok) return fail(made.error, context, flags.json);
  const planned = await plan({ repo: made.value }, context.world);
  if (!planned.ok) return fail(planned.error, context, flags.json);
  if (!flags.json) introduce(made.value, planned.value, flags.live, context);
  const runner: Runner = flags.live ? { kind: 'claude' } : { kind: 'rehearsal', edits: EDITS };
  const ready = await preflight(planned.value, { runner }, context.world);
  if (!ready.ok) return fail(ready.error, context, flags.json);
  const code = await runToEnd((listener) => execute(planned.value, ready.value, listener, context.world), flags.json, context);
  if (!flags.json) context.io.out(`\nThe demo's repository stays for you to look at:\n  cd ${made.value}\n`);
  return code;
}

function introduce(folder: string, planned: Planned, live: boolean, { io }: Context): void {
  const who = live ? 'Claude Code works on them' : 'each session replays a prepared edit, so no account is needed';
  io.out(`A small shop with eight tasks, in ${folder}: ${who}.\n\n${previewOf(planned, false, io)}\n`);
}
