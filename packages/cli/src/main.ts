import { renderJson, safeLines, spoken } from '@breakwater/report';
import { CommanderError } from 'commander';
import { type Context, fail } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { buildProgram } from './program.js';
import { asTyped, flagsFirst } from './typed-words.js';

/** Runs one command line and answers its exit code. Expected failures are rendered where they arise; what arrives here is a bug. */
export async function main(words: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = buildProgram(context, (ended) => {
    code = ended;
  });
  try {
    const commands = program.commands.map((command) => command.name());
    const early = flagsFirst(words, commands);
    if (early !== undefined) return fail({ reason: 'usage', message: early }, context, words.includes('--json'));
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(asTyped(words, commands), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : refuse(error, words, context);
    return confess(error, words, context);
  }
}

/** The parser has said it on stderr; with --json it is the one document too. */
function refuse({ message }: CommanderError, [, ...words]: readonly string[], { io }: Context): ExitCode {
  if (words.includes('--json')) io.out(renderJson({ failure: { reason: 'usage', message: message.replace(/^error: /, '') } }));
  return EXIT.badInput;
}

/** What a bug says may hold any text of the repository. */
function confess(error: unknown, words: readonly string[], { io }: Context): ExitCode {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const next = spoken('A run that was going on can be resumed: breakwater resume', io.errView);
  if (words.includes('--json')) io.out(renderJson({ failure: { reason: 'internal', message: detail } }));
  io.err(
    `error: this is a fault in Breakwater, not in your input\n${safeLines(detail)}\nPlease report it with the lines above. ${next}\n`,
  );
  return EXIT.damaged;
}
