import type { Query } from '../text/query-of.js';
import { logRank, type SignalGroup } from './signal-group.js';

const LAST = 3_000;

/** How the words of the brief fit the file's text and path. */
export const wordSignals: SignalGroup = {
  names: [
    'mixed',
    'mixedRank',
    'content',
    'contentRank',
    'contentScore',
    'covered',
    'telling',
    'whole',
    'path',
    'pathRank',
    'pathScore',
    'named',
  ],
  measure: ({ query, content, paths, mixed, ground }) => {
    return (file) => [
      mixed.of[file] ?? 0,
      logRank(mixed.rank(file), LAST),
      (content.of[file] ?? 0) / content.best,
      logRank(content.rank(file), LAST),
      content.of[file] ?? 0,
      content.covered[file] ?? 0,
      content.telling[file] ?? 0,
      Math.log1p(content.whole[file] ?? 0),
      (paths.of[file] ?? 0) / paths.best,
      logRank(paths.rank(file), LAST),
      paths.of[file] ?? 0,
      sharedName(ground.words.termsOfName(file), query),
    ];
  },
};

/** Share of the words of the file's name that the brief says. */
function sharedName(words: ReadonlySet<string>, query: Query): number {
  if (words.size === 0) return 0;
  return [...words].filter((word) => query.has(word)).length / words.size;
}
