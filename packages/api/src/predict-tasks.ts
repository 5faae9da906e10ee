import type { Repository } from '@breakwater/git';
import type { CommitId, HubRule, PairRisk, Task, TouchSet } from '@breakwater/model';
import { pairRisks, predictTouches, symbolQuestions, textTerms } from '@breakwater/predict';
import { findTerms, type IndexedCommit, readHistory, resolveSymbols } from '@breakwater/repo';
import { cacheFolder } from './places.js';

export interface Foundation {
  readonly repository: Repository;
  /** The commit the tasks would start from; `index` is its index. */
  readonly commit: CommitId;
  readonly index: IndexedCommit;
  readonly hubs: readonly HubRule[];
}

export interface Predicted {
  readonly touchSets: readonly TouchSet[];
  readonly risks: readonly PairRisk[];
}

/** Asks the repository what the tasks' words mean there, and tells which files each will touch and which pairs may meet. */
export async function predictTasks(tasks: readonly Task[], { repository, commit, index, hubs }: Foundation): Promise<Predicted> {
  const tree = repository.tree(commit);
  const symbols = await resolveSymbols({ index, tree, questions: symbolQuestions(tasks, index) });
  const texts = findTerms(index.texts, textTerms(tasks));
  const history = await readHistory(repository.history(commit), cacheFolder(repository));
  const touchSets = predictTouches({ tasks, index, symbols, texts, history, hubs });
  return { touchSets, risks: pairRisks(touchSets) };
}
