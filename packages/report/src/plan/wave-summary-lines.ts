import type { TaskId, WaitReason } from '@breakwater/model';
import { dim } from '../line.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';

/** How many tasks of a wave have such a reason, in words. */
const COUNTED: readonly { readonly kind: WaitReason['kind']; readonly words: (count: number) => string }[] = [
  { kind: 'after', words: (n) => `${n} wait${n === 1 ? 's' : ''} for an earlier task` },
  { kind: 'apart', words: (n) => `${n} kept apart from an earlier one` },
  { kind: 'full', words: (n) => `${n} found no room before` },
  { kind: 'longer', words: (n) => `${n} placed where ${n === 1 ? 'it takes' : 'they take'} the least time` },
  { kind: 'vague', words: (n) => `${n} placed last, for ${n === 1 ? 'its' : 'their'} files are a guess` },
  { kind: 'exclusive', words: (n) => `${n} run${n === 1 ? 's' : ''} alone` },
];

/** A wave of a large plan: its tasks, and how many of them wait for what. */
export function waveSummaryLines(
  wave: readonly TaskId[],
  waits: ReadonlyMap<TaskId, readonly WaitReason[]>,
  view: View,
): readonly string[] {
  const width = lineWidth(view);
  const counts = COUNTED.flatMap(({ kind, words }) => {
    const number = wave.filter((id) => waits.get(id)?.some((reason) => reason.kind === kind)).length;
    return number === 0 ? [] : [words(number)];
  });
  return [
    ...wrapLine(['  '], [wave.join(', ')], width, view),
    ...(counts.length === 0 ? [] : wrapLine(['  '], [dim(counts.join(', '))], width, view)),
  ];
}
