import type { Diagnostic } from '@breakwater/model';
import { dim, type Line } from '../line.js';
import { count } from '../quantities.js';
import { lineWidth, spoken, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { sourceLines } from './source-lines.js';

/** All faults of an input, each with its place and what to do, and a last line that counts them. */
export function renderDiagnostics(list: readonly Diagnostic[], view: View): string {
  const faults = list.map((one) => `${diagnosticLines(one, view).join('\n')}\n`);
  const last = wrapLine([], [counted(list)], lineWidth(view), view);
  return [...faults, `${last.join('\n')}\n`].join('\n');
}

const ROLES = { error: 'bad', warning: 'warn' } as const;

function diagnosticLines({ severity, code, message, place, related = [], hint }: Diagnostic, view: View): readonly string[] {
  const width = lineWidth(view);
  const first: Line = [{ text: `${severity}:`, role: ROLES[severity] }, ' '];
  return [
    ...wrapLine([], [...first, { text: message, role: 'strong' }, dim(` [${code}]`)], width, view),
    ...(place === undefined ? [] : sourceLines(place, view)),
    ...related.flatMap((one) => [
      ...relatedLines(one.message, width, view),
      ...(one.place === undefined ? [] : sourceLines(one.place, view)),
    ]),
    ...(hint === undefined ? [] : wrapLine(['  ', dim('hint:'), ' '], [spoken(hint, view)], width, view)),
  ];
}

/** An example keeps its indentation, for it is there to be copied. */
function relatedLines(message: string, width: number, view: View): readonly string[] {
  const text = message.trimStart();
  return wrapLine([' '.repeat(2 + message.length - text.length)], [text], width, view);
}

function counted(list: readonly Diagnostic[]): string {
  const errors = list.filter(({ severity }) => severity === 'error').length;
  const warnings = list.length - errors;
  if (list.length === 0) return 'no errors';
  const parts = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  return parts.filter((part) => part !== '').join(', ');
}
