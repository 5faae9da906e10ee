import type { Finding } from '../finding.js';
import { allowedBy } from '../ground/match-globs.js';
import type { Reading } from '../reading.js';
import { queryOf } from '../text/query-of.js';
import { type Ranked, rankByWords } from '../text/rank-by-words.js';
import { textProbability } from '../text/text-probability.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Files whose path has words of the brief. Weak: alone it makes no file likely. Of a task that declares globs, only files inside them. */
export const text: Source = {
  name: 'words of the brief in paths',
  find: (reading, { words, paths }) => {
    const { writes } = reading.task;
    const isAllowed = writes.length === 0 ? () => true : allowedBy(writes, paths);
    const ranked = rankByWords(queryOf(reading), words, WEIGHTS.text.ranked);
    return ranked.filter(({ path }) => isAllowed(path)).map((one) => findingOf(one, reading));
  },
};

function findingOf({ path, rank, sharing, words }: Ranked, { scope }: Reading): Finding {
  const inScope = scope.names.length === 0 && !scope.declared ? undefined : scope.covers(path);
  return { path, p: textProbability({ rank, sharing, inScope }), evidence: { source: 'text', detail: detailOf(words) } };
}

/** The words that tell most, as many as fit beside the file. */
function detailOf([first = '', second]: readonly string[]): string {
  const both = `words: ${first}, ${second}`;
  return second !== undefined && both.length <= WEIGHTS.columns ? both : `words: ${first}`;
}
