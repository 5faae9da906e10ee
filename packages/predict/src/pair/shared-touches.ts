import type { EvidenceSource, RepoPath, Touch } from '@breakwater/model';

export interface SharedTouches {
  /** The probability that any shared file is written by both, were files independent. */
  readonly any: number;
  /** The same over files that both briefs or declarations name. */
  readonly said: number;
  /** The file that adds most, the first by path when several add the same. */
  readonly carrier: RepoPath | undefined;
}

export function sharedTouches(one: readonly Touch[], other: readonly Touch[]): SharedTouches {
  const others = new Map(other.map((touch) => [touch.path, touch]));
  const shared = one.flatMap((a) => {
    const b = others.get(a.path);
    return b === undefined ? [] : [{ path: a.path, p: a.p * b.p, said: isSaid(a) && isSaid(b) }];
  });
  shared.sort((a, b) => b.p - a.p || (a.path < b.path ? -1 : 1));
  return {
    any: anyOf(shared.map(({ p }) => p)),
    said: anyOf(shared.filter(({ said }) => said).map(({ p }) => p)),
    carrier: shared[0]?.path,
  };
}

const GUESSED: ReadonlySet<EvidenceSource> = new Set(['text', 'history', 'heat', 'symbol', 'reference']);

/**
 * Named outright: the rest is learned, and the model knows better how guesses go together. Of past changes that both named a symbol
 * of one file fewer than half changed it, of those that wrote its path nearly all.
 */
function isSaid({ evidence }: Touch): boolean {
  return evidence.some(({ source }) => !GUESSED.has(source));
}

function anyOf(probabilities: readonly number[]): number {
  return -Math.expm1(probabilities.reduce((none, p) => none + Math.log1p(-p), 0));
}
