/** What `plan` reads of a commit for tasks, but for the tasks, which are given. */
import { symbolQuestions, textTerms } from '@breakwater/predict';
import { findTerms, indexRepository, readHistory, resolveSymbols } from '@breakwater/repo';

/** `seen`: what was read of a blob serves every commit that holds it. */
export async function readInput(tasks, base, { repository, seen }) {
  const tree = repository.tree(base);
  const { texts: read, ...index } = await indexRepository(tree, seen);
  const questions = symbolQuestions(tasks, index);
  const symbols = await resolveSymbols({ index: { ...index, texts: read }, tree, questions });
  const texts = findTerms(read, textTerms(tasks));
  const history = await readHistory(repository.history(base));
  return { tasks, index, symbols, texts, history, hubs: [] };
}
