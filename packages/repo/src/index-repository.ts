import type { ModuleRecord, RepoPath, RepositoryIndex, TreeReader } from '@breakwater/model';
import { type Cache, NO_CACHE } from './cache/cache.js';
import { collectFacts, readUnread } from './facts/collect-facts.js';
import { listFiles } from './list-files.js';
import { MANIFEST_FACTS, type Manifests, readManifests } from './manifests.js';
import { MODULE_FACTS } from './modules/module-facts.js';
import type { WrittenModule } from './modules/written-module.js';
import { writtenModules } from './modules/written-modules.js';
import { noteFiles } from './note-files.js';
import { findProjects } from './projects/find-projects.js';
import { makeResolver, type Resolve } from './resolve/make-resolver.js';
import { ResolvedModule } from './resolve/resolved-module.js';
import type { Texts } from './text/find-terms.js';
import { TEXT_FACTS } from './text/text-facts.js';
import type { OnRead } from './visit-contents.js';

/** An index with the words of its texts, which answer questions and are not for reading. */
export interface IndexedCommit extends RepositoryIndex {
  readonly texts: Texts;
}

/**
 * A commit's tree as an index: its files, projects, imports, exports and words. Needs nothing installed or built. Linear in the tree's
 * bytes; with a cache in the bytes that were never seen. Whoever opened the cache saves it.
 */
export async function indexRepository(tree: TreeReader, cache: Cache = NO_CACHE, onRead?: OnRead): Promise<IndexedCommit> {
  const { files, strange } = await listFiles(tree, cache);
  const collected = {
    manifests: collectFacts(MANIFEST_FACTS, files, cache),
    modules: collectFacts(MODULE_FACTS, files, cache),
    texts: collectFacts(TEXT_FACTS, files, cache),
  };
  await readUnread(tree, Object.values(collected), onRead);
  const manifests = readManifests(files, collected.manifests.facts);
  const found = findProjects(manifests, files);
  const written = writtenModules(files, collected.modules.facts);
  const resolver = makeResolver({ files, projects: found.projects, json: manifests.json });
  const notes = [...strangeNotes(strange), ...manifestNotes(manifests), ...found.notes, ...written.notes].sort();
  return {
    ...{ commit: tree.commit, files, projects: found.projects, notes },
    modules: resolveModules(written.modules, resolver),
    texts: collected.texts.facts,
  };
}

function strangeNotes(strange: readonly string[]): readonly string[] {
  return noteFiles(strange, 'no path that git would check out; left out');
}

function manifestNotes({ malformed }: Manifests): readonly string[] {
  return noteFiles(malformed, 'not a JSON object; left out');
}

function resolveModules(
  written: ReadonlyMap<RepoPath, WrittenModule>,
  resolver: (folder: string) => Resolve,
): ReadonlyMap<RepoPath, ModuleRecord> {
  const modules = new Map<RepoPath, ModuleRecord>();
  for (const [path, module] of written) modules.set(path, new ResolvedModule(path, module, resolver));
  return modules;
}
