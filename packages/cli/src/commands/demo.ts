import { execute, logs, makeDemo, type Planned, plan, preflight, protectionOf } from '@breakwater/api';
import type { Runner } from '@breakwater/model';
import { type Context, fail } from '../command.js';
import { EDITS, WORKSPACE } from '../demo-folders.js';
import type { ExitCode } from '../exit-code.js';
import { runToEnd } from './execute.js';
import { previewOf } from './plan.js';

/** Builds a small monorepo, plans its eight tasks and runs them: with prepared edits, or with the real Claude Code by --live. */
export async function demoCommand(
  flags: { readonly live: boolean; readonly json: boolean },
  context: Context,
): Promise<ExitCode> {
  const { world } = context;
  const made = await makeDemo(WORKSPACE, world);
  if (!made.ok) return fail(made.error, context, flags.json);
  const planned = await plan({ repo: made.value }, world);
  if (!planned.ok) return fail(planned.error, context, flags.json);
  const runner: Runner = flags.live ? { kind: 'claude' } : { kind: 'rehearsal', edits: EDITS };
  if (!flags.json) introduce(made.value, planned.value, runner, context);
  const ready = await preflight(planned.value, { runner }, world);
  if (!ready.ok) return fail(ready.error, context, flags.json);
  const code = await runToEnd((listener) => execute(planned.value, ready.value, listener, world), flags.json, context);
  if (!flags.json) await conclude(made.value, planned.value, context);
  return code;
}

function introduce(folder: string, planned: Planned, runner: Runner, { io }: Context): void {
  const who =
    runner.kind === 'claude'
      ? 'Claude Code works on each of them.'
      : 'Each session replays a prepared edit: no account is needed.';
  const preview = previewOf(planned, { options: { repo: folder }, guard: protectionOf(runner, planned.config).guard }, io);
  io.out(`A small shop with eight tasks, in ${folder}\n${who}\n\n${preview}\n`);
}

/** The last check of a run was made on the very tree that the integrated branch holds now. */
async function conclude(folder: string, { plan: { waves } }: Planned, { io, world }: Context): Promise<void> {
  const last = waves.flat().at(-1) ?? '';
  const found = await logs(last, { repo: folder }, world);
  const text = found.ok ? (found.value.logs.findLast(({ file }) => file.endsWith('.verify.log'))?.text ?? '') : '';
  const counts = ['tests', 'pass', 'fail'].map((word) => [word, countOf(word, text)] as const).filter(([, n]) => n !== undefined);
  if (counts.length > 0) io.out(`\nThe integrated branch, tested: ${counts.map(([word, n]) => `${word} ${n}`).join(', ')}\n`);
  io.out(`\nThe shop stays for you to look at:\n  cd ${folder}\n`);
}

/** Node's test runner ends with lines such as `# pass 29`; newer versions draw another sign. */
function countOf(word: string, text: string): string | undefined {
  return [...text.matchAll(new RegExp(`^(?:#|\\u2139) ${word} (\\d+)$`, 'gm'))].at(-1)?.[1];
}
