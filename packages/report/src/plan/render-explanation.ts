import { type PairExplanation, type PairRelation, type Touch, unreachable } from '@breakwater/model';
import { dim, type Line, paint, strong } from '../line.js';
import { listed } from '../quantities.js';
import { shortPath } from '../short-path.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { distinct } from './distinct-reasons.js';
import { conflictText, precedenceText } from './wait-text.js';

/** How two tasks stand to each other, why, and which files both are expected to write. */
export function renderExplanation(explanation: PairExplanation, view: View): string {
  const width = lineWidth(view);
  const [a, b] = explanation.between;
  const sign = ['  ', dim(signsOf(view).because), ' '];
  const head = wrapLine([], [strong(a), ' and ', strong(b)], width, view);
  const reasons = relationReasons(explanation.relation).flatMap((reason) => wrapLine(sign, [reason], width, view));
  const verdict = wrapLine([], [relationText(explanation)], width, view);
  const blocks = [head, [...verdict, ...reasons], sharedLines(explanation, view)];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

function relationText({ relation, waves, between: [a, b] }: PairExplanation): string {
  const where =
    waves[0] === waves[1] ? `Both are in wave ${waves[0]}.` : `${a} is in wave ${waves[0]}, ${b} in wave ${waves[1]}.`;
  switch (relation.kind) {
    case 'ordered':
      return `One after the other: ${relation.path.join(', then ')}. ${where}`;
    case 'apart':
      return `Never at the same time, in either order. ${where}`;
    case 'free':
      return `Nothing keeps them apart. ${where}`;
    default:
      return unreachable(relation);
  }
}

function relationReasons(relation: PairRelation): readonly string[] {
  if (relation.kind === 'free') return [];
  if (relation.kind === 'apart') return distinct(relation.reasons).map((reason) => conflictText(reason, (path) => path));
  const [first, second] = relation.path;
  const reasons = relation.reasons.map((reason) => `${second} waits for ${first}: ${precedenceText(reason)}`);
  const inferred = relation.reasons.every(({ kind }) => kind !== 'declared') && relation.reasons.length > 0;
  return inferred
    ? [...reasons, `inferred from the briefs; if it need not wait, give ${second} independentOf: [${first}]`]
    : reasons;
}

/** More would not be read; the plan's JSON holds them all. */
const SHARED = 12;

function sharedLines({ shared, between: [a, b] }: PairExplanation, view: View): readonly string[] {
  const width = lineWidth(view);
  if (shared.length === 0) return wrapLine([], [dim('No file is expected to be written by both.')], width, view);
  const hidden = shared.length - SHARED;
  return [
    ...wrapLine([], [strong('Files both are expected to write')], width, view),
    ...shared
      .slice(0, SHARED)
      .flatMap(({ path, touches }) => [
        paint(['  ', shortPath(path, width - 2, view)], view),
        ...wrapLine(['    '], touchText(a, touches[0], view), width, view),
        ...wrapLine(['    '], touchText(b, touches[1], view), width, view),
      ]),
    ...(hidden > 0 ? wrapLine(['  '], [dim(`and ${hidden} more`)], width, view) : []),
  ];
}

function touchText(task: string, touch: Touch, view: View): Line {
  const why = touch.evidence.map(({ detail }) => detail);
  const because = why.length === 0 ? '' : ` (${listed(why)})`;
  return [`${signsOf(view)[touch.confidence]} ${task}: ${touch.confidence}${because}`];
}
