import { joinPath } from '../join-path.js';
import type { MappedPath } from './path-mappings.js';

/** Where a specifier may lie by `paths`: the exact pattern, else the one with the longest text before its `*`, as in the compiler. */
export function matchPaths(paths: readonly MappedPath[], specifier: string): readonly string[] {
  const exact = paths.find(({ pattern }) => pattern === specifier);
  if (exact !== undefined) return exact.targets;
  const [best] = paths.flatMap((mapped) => matchOne(mapped, specifier) ?? []).sort((a, b) => b.length - a.length);
  return best?.targets ?? [];
}

function matchOne(
  { pattern, targets }: MappedPath,
  specifier: string,
): { length: number; targets: readonly string[] } | undefined {
  const star = pattern.indexOf('*');
  if (star === -1) return undefined;
  const suffix = pattern.slice(star + 1);
  if (specifier.length < pattern.length - 1 || !specifier.startsWith(pattern.slice(0, star)) || !specifier.endsWith(suffix))
    return undefined;
  const middle = specifier.slice(star, specifier.length - suffix.length);
  return {
    length: star,
    targets: targets.flatMap(
      (target) =>
        joinPath(
          '',
          target.replace('*', () => middle),
        ) ?? [],
    ),
  };
}
