import type { ChangeKind } from '../history/change-kind.js';
import type { Guess } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';

/** Kinds of change that go wide. */
const WIDE: ReadonlySet<ChangeKind> = new Set(['ci', 'deps', 'chore', 'refactor']);

/** How much both are expected to write, how sure we are of it, and what kind of changes they are. */
export const sizeSignals: PairSignalGroup = {
  names: ['smaller', 'larger', 'weaker', 'stronger', 'docs', 'wide', 'sameKind', 'shorter'],
  measure: (a, b) => {
    const tops = [topOf(a), topOf(b)];
    const [one, other] = [a.view, b.view];
    return [
      Math.log(Math.min(a.size, b.size) + 0.01),
      Math.log(Math.max(a.size, b.size) + 0.01),
      Math.min(...tops),
      Math.max(...tops),
      Number(one.kind === 'docs') + Number(other.kind === 'docs'),
      Number(WIDE.has(one.kind)) + Number(WIDE.has(other.kind)),
      Number(one.kind === other.kind),
      Math.log1p(Math.min(one.reading.text.length, other.reading.text.length)),
    ];
  },
};

function topOf({ files: [first] }: Guess): number {
  return first?.p ?? 0;
}
