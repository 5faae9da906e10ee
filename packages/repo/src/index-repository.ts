import {
  type IndexedFile,
  type ModuleRecord,
  type RepoPath,
  type RepositoryIndex,
  repoPath,
  type TreeReader,
} from '@breakwater/model';
import { type Manifests, readManifests } from './manifests.js';
import { readModules } from './modules/read-modules.js';
import type { WrittenModule } from './modules/written-module.js';
import { noteFiles } from './note-files.js';
import { findProjects } from './projects/find-projects.js';
import { makeResolver, type Resolve } from './resolve/make-resolver.js';

/** A commit's tree as an index: its files, projects, imports and exports. Needs nothing installed or built. Linear in the tree's bytes. */
export async function indexRepository(tree: TreeReader): Promise<RepositoryIndex> {
  const files = sortedFiles(await tree.list());
  const manifests = await readManifests(tree, files);
  const found = findProjects(manifests, files);
  const written = await readModules(tree, files);
  const resolve = makeResolver({ files, projects: found.projects, json: manifests.json });
  const notes = [...manifestNotes(manifests), ...found.notes, ...written.notes].sort();
  return { commit: tree.commit, files, projects: found.projects, modules: resolveModules(written.modules, resolve), notes };
}

function sortedFiles(entries: Awaited<ReturnType<TreeReader['list']>>): readonly IndexedFile[] {
  return entries.map((entry) => ({ ...entry, path: repoPath(entry.path) })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function manifestNotes({ malformed }: Manifests): readonly string[] {
  return noteFiles(malformed, 'not a JSON object; left out');
}

function resolveModules(written: ReadonlyMap<RepoPath, WrittenModule>, resolve: Resolve): ReadonlyMap<RepoPath, ModuleRecord> {
  const resolved = [...written].map(([path, module]): readonly [RepoPath, ModuleRecord] => {
    const imports = module.imports.map((one) => {
      const target = resolve(path, one.specifier);
      return target === undefined ? one : { ...one, target };
    });
    return [path, { imports, exports: module.exports }];
  });
  return new Map(resolved);
}
