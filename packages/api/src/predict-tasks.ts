import type { Repository } from '@breakwater/git';
import type { CommitId, HubRule, Task } from '@breakwater/model';
import { type Prediction, type PredictionInput, predict, symbolQuestions, textTerms } from '@breakwater/predict';
import { type Cache, findTerms, type IndexedCommit, readHistory, resolveSymbols } from '@breakwater/repo';
import { cacheFolder } from './places.js';

export interface Foundation {
  readonly repository: Repository;
  /** The commit the tasks would start from; `index` is its index. */
  readonly commit: CommitId;
  readonly index: IndexedCommit;
  /** What the index was made with; saved once the commit is asked about no more. */
  readonly cache: Cache;
  readonly hubs: readonly HubRule[];
}

/** Which files each task will touch and which pairs may meet, as far as the repository tells. */
export async function predictTasks(tasks: readonly Task[], foundation: Foundation): Promise<Prediction> {
  return predict(await predictionInput(tasks, foundation));
}

/** Asks the repository what the tasks' words mean there. */
export async function predictionInput(
  tasks: readonly Task[],
  { repository, commit, index, cache, hubs }: Foundation,
): Promise<PredictionInput> {
  const tree = repository.tree(commit);
  const symbols = await resolveSymbols({ index, tree, cache, questions: symbolQuestions(tasks, index) });
  await cache.save();
  const texts = findTerms(index.texts, textTerms(tasks));
  const history = await readHistory(repository.history(commit), cacheFolder(repository));
  return { tasks, index, symbols, texts, history, hubs };
}
