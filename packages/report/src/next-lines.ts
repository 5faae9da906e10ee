import { columnsOf, padEnd } from './columns-of.js';
import { dim } from './line.js';
import { shown } from './safe-text.js';
import { lineWidth, typed, type View } from './view.js';
import { wrapLine } from './wrap-line.js';

/** A command to go on with, and what it is for. */
export interface NextCommand {
  readonly label: string;
  readonly command: string;
}

/** `run it       breakwater execute`: what for, then the command. */
export function nextLines(commands: readonly NextCommand[], view: View): readonly string[] {
  const next = asTyped(commands, view);
  const width = lineWidth(view);
  const column =
    widest(
      next.map(({ label }) => label),
      view,
    ) + 4;
  return next.flatMap(({ label, command }) =>
    columnsOf(shown(command, view)) <= width - column
      ? wrapLine([dim(padEnd(shown(label, view), column))], [command], width, view)
      : [...wrapLine([], [dim(label)], width, view), ...brokenCommand(command, view)],
  );
}

/** `  breakwater logs upgrade-zod   what failed`: the command, then what it is for; below it, when the command is long. */
export function commandLines(commands: readonly NextCommand[], view: View): readonly string[] {
  const next = asTyped(commands, view);
  const width = lineWidth(view);
  const short = next.map(({ command }) => command).filter((command) => columnsOf(shown(command, view)) <= width / 2);
  const column = widest(short, view) + 4;
  return next.flatMap(({ label, command }) =>
    short.includes(command) && column + columnsOf(shown(label, view)) <= width
      ? wrapLine(['  ', padEnd(shown(command, view), column - 2)], [dim(label)], width, view)
      : [...brokenCommand(command, view), ...wrapLine(['    '], [dim(label)], width, view)],
  );
}

/** Over as many lines as it needs, between words, each but the last with the backslash that lets a shell read on. */
function brokenCommand(command: string, view: View): readonly string[] {
  const width = lineWidth(view);
  const words = shellWords(command);
  if (widest([command], view) <= width - 2 || widest(words, view) > width - 4) return wrapLine(['  '], [command], width, view);
  const line = words.flatMap((text, at) => [at === 0 ? '' : ' ', { text, whole: true }]);
  return wrapLine(['  '], line, width - 2, view).map((text, at, { length }) => (at === length - 1 ? text : `${text} \\`));
}

/** A text in single quotes is one word, spaces and all. */
function shellWords(command: string): readonly string[] {
  return command.match(/(?:'[^']*'|[^ '])+/g) ?? [command];
}

function asTyped(next: readonly NextCommand[], view: View): readonly NextCommand[] {
  return next.map(({ label, command }) => ({ label, command: typed(command, view) }));
}

function widest(texts: readonly string[], view: View): number {
  return Math.max(0, ...texts.map((text) => columnsOf(shown(text, view))));
}
