/** What is learned of repositories: by all of them, to be shipped, and without each of them, to be measured on it. */
import { fileExamples, pairExamples } from './examples.mjs';
import { fitFiles, fitPairs, withoutEach } from './fit.mjs';
import { SETS } from './read-windows.mjs';

/**
 * `windows`: those of each repository. The model of files learns from the recorded ones; that of pairs, of which a window holds few that
 * conflict, from those cut besides as well. Pairs are learned from files as a model tells them that has not seen their repository.
 */
export function learn(windows) {
  const files = windows.map((own) => fileExamples(own.filter(({ set }) => SETS.includes(set))));
  const unseen = withoutEach(files, fitFiles);
  const pairs = windows.map((own, n) => pairExamples(own, unseen[n]));
  return {
    all: () => ({ files: fitFiles(files), pairs: fitPairs(pairs) }),
    withoutEach: () => withoutEach(pairs, fitPairs).map((model, n) => ({ files: unseen[n], pairs: model })),
  };
}
