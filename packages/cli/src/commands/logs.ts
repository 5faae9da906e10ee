import { logs, type RunChoice } from '@breakwater/api';
import { endOf } from '@breakwater/model';
import { renderJson, safeText } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';

/** Enough to see what went wrong; the whole is in the file that is named. */
const TAIL_LINES = 40;
/** Of one line, for programs that write no line ends. */
const TAIL_LETTERS = 2000;

export async function logsCommand(
  task: string,
  flags: RunChoice & { readonly json: boolean },
  context: Context,
): Promise<ExitCode> {
  const found = await logs(task, flags, context.world);
  if (!found.ok) return fail(found.error, context, flags.json);
  if (flags.json) context.io.out(renderJson(found.value));
  else for (const { file, text, omitted } of found.value.logs) context.io.out(`${safeText(file)}\n${tail(text, omitted)}\n\n`);
  if (!flags.json && found.value.logs.length === 0) context.io.out(`${task} has written nothing yet.\n`);
  return EXIT.done;
}

/** A session that was ended before its first word leaves a file all the same. With something left out nobody knows how many lines that were. */
function tail(text: string, omitted: number): string {
  if (text.trim() === '') return '  nothing was written';
  const lines = text.trimEnd().split('\n');
  const shown = lines.slice(-TAIL_LINES).map((line) => `  ${safeText(ending(line))}`);
  if (omitted > 0) return ['  … more before', ...shown].join('\n');
  return lines.length > TAIL_LINES ? [`  … ${lines.length - TAIL_LINES} lines before`, ...shown].join('\n') : shown.join('\n');
}

function ending(line: string): string {
  return line.length > TAIL_LETTERS ? `… ${endOf(line, TAIL_LETTERS)}` : line;
}
