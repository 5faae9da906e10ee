/**
 * Gradient-boosted trees (Friedman 2001) of one kind: every node of a level asks the same question, so a tree of depth d is d
 * questions and 2^d leaves (oblivious trees, as in CatBoost, Prokhorenkova et al. 2018). Small, fast, and hard to fit to one repository.
 */
export interface BoostedTrees {
  /** What each number of a row is; a row of other signals is a bug. */
  readonly signals: readonly string[];
  readonly bias: number;
  readonly trees: readonly Tree[];
}

export interface Tree {
  /** Places of the signals that are asked, level by level. */
  readonly asked: readonly number[];
  /** A signal above its limit takes the right branch. */
  readonly limits: readonly number[];
  readonly leaves: readonly number[];
}

/** A model as its data file keeps it: one line for each tree, `asked|limits|leaves`, numbers apart by spaces. */
export interface WrittenTrees {
  readonly signals: string;
  readonly bias: number;
  readonly trees: readonly string[];
}

export function readTrees({ signals, bias, trees }: WrittenTrees): BoostedTrees {
  return { signals: signals.split(' '), bias, trees: trees.map(readTree) };
}

function readTree(line: string): Tree {
  const [asked = [], limits = [], leaves = []] = line.split('|').map((part) => part.split(' ').map(Number));
  return { asked, limits, leaves };
}

/** The probability of a row. */
export function probability({ bias, trees }: BoostedTrees, row: readonly number[]): number {
  let odds = bias;
  for (const tree of trees) odds += leafOf(tree, row);
  return 1 / (1 + Math.exp(-odds));
}

function leafOf({ asked, limits, leaves }: Tree, row: readonly number[]): number {
  let leaf = 0;
  for (let level = 0; level < asked.length; level += 1) {
    const right = (row[asked[level] ?? 0] ?? 0) > (limits[level] ?? 0);
    leaf = leaf * 2 + Number(right);
  }
  return leaves[leaf] ?? 0;
}
