import type { Finding } from '@breakwater/model';
import { dim, type Role } from './line.js';
import { lineWidth, spoken, type View } from './view.js';
import { wrapLine } from './wrap-line.js';

/** What is shown of one. */
export type ShownFinding = Pick<Finding, 'state' | 'says' | 'hint'>;

const WORDS: Readonly<Record<Finding['state'], { readonly word: string; readonly role: Role }>> = {
  good: { word: 'ok', role: 'good' },
  bad: { word: 'not ok', role: 'bad' },
  note: { word: 'note', role: 'warn' },
  repaired: { word: 'repaired', role: 'good' },
};

/** Wide enough for the longest of the words. */
const SAYS = 10;

/** One row for each thing: how it is, what was found, and below it what to do. */
export function renderFindings(findings: readonly ShownFinding[], view: View): string {
  const lines = findings.flatMap((finding) => linesOf(finding, view));
  return lines.map((line) => `${line}\n`).join('');
}

function linesOf({ state, says, hint }: ShownFinding, view: View): readonly string[] {
  const { word, role } = WORDS[state];
  const width = lineWidth(view);
  const first = [{ text: word, role }, ' '.repeat(SAYS - word.length)];
  const next = hint === undefined ? [] : wrapLine([' '.repeat(SAYS)], [dim(spoken(hint, view))], width, view);
  return [...wrapLine(first, [says], width, view), ...next];
}
