import type { Repository } from '@breakwater/git';
import type { LocalLaneSetting } from '@breakwater/lane';
import type { AffectedProjects } from '@breakwater/model';
import { affectedProjects, indexRepository, knowProjects, openCache } from '@breakwater/repo';
import { cacheFolder } from './places.js';

/** Which projects a change concerns, by the index of the commit it leads to. */
export async function affectedBy(
  { base, head, known }: Parameters<LocalLaneSetting['affected']>[0],
  repository: Repository,
): Promise<AffectedProjects> {
  const cache = await openCache(cacheFolder(repository));
  const index = await indexRepository(repository.tree(head), cache);
  await cache.save();
  const changes = await repository.changes(base, head);
  return affectedProjects(
    knowProjects(index, known),
    changes.map(({ path }) => path),
  );
}
