import { init } from '@breakwater/api';
import { renderJson, spoken } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';

export async function initCommand(
  flags: { readonly repo?: string; readonly json: boolean },
  context: Context,
): Promise<ExitCode> {
  const made = await init(flags.repo, context.world);
  if (!made.ok) return fail(made.error, context, flags.json);
  const next = spoken('Write your tasks there, then: breakwater plan', context.io.outView);
  context.io.out(flags.json ? renderJson({ file: made.value }) : `Wrote ${made.value}\n${next}\n`);
  return EXIT.done;
}
