/** What is learned of repositories: by all of them, to be shipped, and without each of them, to be measured on it. */
import { fileExamples, pairExamples } from './examples.mjs';
import { fitFiles, fitPairs, withoutEach } from './fit.mjs';

/**
 * `read`: answers the windows of a repository. Each model learns from all recorded ones and from those that were cut for it; what only
 * files are learned from is let go, for it is most of the memory. Pairs are learned from files as a model tells them that has not seen
 * their repository.
 */
export async function learn(names, read) {
  const [files, windows] = [[], []];
  for (const name of names) {
    const own = await read(name);
    files.push(fileExamples(own.filter(({ set }) => set !== 'cut-for-pairs')));
    windows.push(own.filter(({ set }) => set !== 'cut-for-files'));
  }
  const unseen = withoutEach(files, fitFiles);
  const pairs = windows.map((own, n) => pairExamples(own, unseen[n]));
  return {
    windows,
    all: () => ({ files: fitFiles(files), pairs: fitPairs(pairs) }),
    withoutEach: () => withoutEach(pairs, fitPairs).map((model, n) => ({ files: unseen[n], pairs: model })),
  };
}
