import type { Failure } from '@breakwater/model';
import { dim } from '../line.js';
import { lineWidth, spoken, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { describeFailure } from './describe-failure.js';
import { renderDiagnostics } from './render-diagnostics.js';

/** Why a command could not do its work: what, where, why, what next. */
export function renderFailure(failure: Failure, view: View): string {
  if (failure.reason === 'bad-input') return renderDiagnostics(failure.diagnostics, view);
  const { what, why, next } = describeFailure(failure);
  const width = lineWidth(view);
  const [first = '', ...more] = paragraphs(what);
  const lines = [
    ...wrapLine([], [{ text: 'error:', role: 'bad' }, ' ', { text: first, role: 'strong' }], width, view),
    ...[...more, ...why.flatMap(paragraphs)].flatMap((one) => wrapLine(['  '], [one], width, view)),
    ...(next === undefined ? [] : wrapLine(['  ', dim('hint:'), ' '], [spoken(next, view)], width, view)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Messages of other programs may have several lines. */
function paragraphs(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
