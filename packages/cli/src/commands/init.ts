import { init } from '@breakwater/api';
import { renderJson } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';

export async function initCommand(
  flags: { readonly repo?: string; readonly json: boolean },
  context: Context,
): Promise<ExitCode> {
  const made = await init(flags.repo, context.world);
  if (!made.ok) return fail(made.error, context, flags.json);
  context.io.out(
    flags.json ? renderJson({ file: made.value }) : `Wrote ${made.value}\nWrite your tasks there, then: breakwater plan\n`,
  );
  return EXIT.done;
}
