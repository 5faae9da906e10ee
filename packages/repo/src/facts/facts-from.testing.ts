import type { IndexedFile, TreeReader } from '@breakwater/model';
import { NO_CACHE } from '../cache/cache.js';
import { MANIFEST_FACTS, type Manifests, readManifests } from '../manifests.js';
import { collectFacts, readUnread } from './collect-facts.js';
import type { FactKind } from './fact-kind.js';

/** Reads one kind of facts without a cache. */
export async function factsFrom<Fact>(kind: FactKind<Fact>, tree: TreeReader, files: readonly IndexedFile[]) {
  const collection = collectFacts(kind, files, NO_CACHE);
  await readUnread(tree, [collection]);
  return collection.facts;
}

export async function manifestsFrom(tree: TreeReader, files: readonly IndexedFile[]): Promise<Manifests> {
  return readManifests(files, await factsFrom(MANIFEST_FACTS, tree, files));
}
