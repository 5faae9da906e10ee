import { foldCase } from '@breakwater/glob';
import type { DeclaredWriter } from './declared-writer.js';

/**
 * Pairs that may have a path in common, by place in the list, the lower first, sorted: they name the same path, or what one
 * declares lies in or above a folder of the other's patterns. No other pair can meet. An index by path and folder instead of a
 * comparison of all pairs: O(declared paths * depth + pairs found).
 */
export function mayMeet(writers: readonly DeclaredWriter[]): readonly (readonly [number, number])[] {
  const grounds = writers.map(groundOf);
  const named = indexBy(grounds.map(({ plain }) => plain));
  const bases = indexBy(grounds.map(({ wild }) => wild));
  const pairs = new Set<number>();
  for (const [number, { plain, wild }] of grounds.entries()) {
    const near = [
      ...plain.flatMap((path) => named.get(path) ?? []),
      ...[...plain, ...wild].flatMap(upwards).flatMap((at) => bases.get(at) ?? []),
    ];
    for (const other of near) {
      if (other !== number) pairs.add(Math.min(number, other) * writers.length + Math.max(number, other));
    }
  }
  return [...pairs].sort((a, b) => a - b).map((key) => [Math.floor(key / writers.length), key % writers.length]);
}

interface Ground {
  readonly plain: readonly string[];
  readonly wild: readonly string[];
}

function groundOf({ plain, wild }: DeclaredWriter): Ground {
  return { plain: [...plain.keys()], wild: [...new Set((wild?.bases ?? []).map(foldCase))] };
}

function indexBy(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [number, keys] of lists.entries()) {
    for (const key of keys) {
      const there = index.get(key);
      if (there === undefined) index.set(key, [number]);
      else there.push(number);
    }
  }
  return index;
}

/** The path itself and all folders above it: a/b, a and ''. */
function upwards(path: string): readonly string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  return [...segments.map((_, n) => segments.slice(0, n + 1).join('/')), ''];
}
