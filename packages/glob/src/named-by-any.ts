import { checkedGlobs } from './checked-globs.js';

/** Whether any of some rules names a path, each by itself: what one rule takes away with `!` may be another's. Letters' case is ignored. */
export function namedByAny(rules: readonly { readonly files: readonly string[] }[]): (path: string) => boolean {
  const sets = rules.map(({ files }) => checkedGlobs(files, { ignoreCase: true }));
  return (path) => sets.some((set) => set.matches(path));
}
