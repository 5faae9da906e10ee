import type { Repository } from '@breakwater/git';
import type { CommitId, HubRule, Task } from '@breakwater/model';
import { type Prediction, predict, symbolQuestions, textTerms } from '@breakwater/predict';
import { findTerms, type IndexedCommit, readHistory, resolveSymbols } from '@breakwater/repo';
import { cacheFolder } from './places.js';

export interface Foundation {
  readonly repository: Repository;
  /** The commit the tasks would start from; `index` is its index. */
  readonly commit: CommitId;
  readonly index: IndexedCommit;
  readonly hubs: readonly HubRule[];
}

/** Asks the repository what the tasks' words mean there, and tells which files each will touch and which pairs may meet. */
export async function predictTasks(tasks: readonly Task[], { repository, commit, index, hubs }: Foundation): Promise<Prediction> {
  const tree = repository.tree(commit);
  const symbols = await resolveSymbols({ index, tree, questions: symbolQuestions(tasks, index) });
  const texts = findTerms(index.texts, textTerms(tasks));
  const history = await readHistory(repository.history(commit), cacheFolder(repository));
  return predict({ tasks, index, symbols, texts, history, hubs });
}
