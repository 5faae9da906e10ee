import { fileNameOf, folderOf, type IndexedFile, type KnownProject, type Project, type RepositoryIndex } from '@breakwater/model';

/**
 * An index that says of projects what a tool of the workspace knows: names and tags that plugins give, dependencies they infer.
 * Projects of which the tool knows nothing stay as they were found; those of which the commit holds no file, for they lie
 * uncommitted in the checkout, are left out.
 */
export function knowProjects<Index extends RepositoryIndex>(index: Index, known: readonly KnownProject[]): Index {
  if (known.length === 0) return index;
  const found = new Map(index.projects.map((project) => [project.root, project]));
  const manifests = manifestsByRoot(index.files, new Set(known.map(({ root }) => root)));
  const told = known.flatMap((one) => inCommit(one, found.get(one.root), manifests.get(one.root)));
  const roots = new Set(told.map(({ root }) => root));
  const others = index.projects.filter(({ root }) => !roots.has(root));
  return { ...index, projects: [...told, ...others].sort((a, b) => (a.root < b.root ? -1 : 1)) };
}

function inCommit(known: KnownProject, found: Project | undefined, manifest: IndexedFile | undefined): readonly Project[] {
  const { name, root, tags, dependsOn } = known;
  if (found !== undefined) return [{ ...found, name, tags: [...new Set([...found.tags, ...tags])].sort(), dependsOn }];
  return manifest === undefined ? [] : [{ name, root, tags, manifest: manifest.path, kind: 'nx', dependsOn }];
}

const MANIFESTS = ['project.json', 'package.json'];

/** The file that says that a folder is a project; any file of it where a plugin needs none of the usual ones. One pass over the files. */
function manifestsByRoot(files: readonly IndexedFile[], roots: ReadonlySet<string>): ReadonlyMap<string, IndexedFile> {
  const best = new Map<string, IndexedFile>();
  for (const file of files) {
    for (let folder = folderOf(file.path); ; folder = folderOf(folder)) {
      if (roots.has(folder)) best.set(folder, better(best.get(folder), file, folder));
      if (folder === '') break;
    }
  }
  return best;
}

function better(held: IndexedFile | undefined, file: IndexedFile, folder: string): IndexedFile {
  return held === undefined || rank(file, folder) < rank(held, folder) ? file : held;
}

function rank({ path }: IndexedFile, folder: string): number {
  if (folderOf(path) !== folder) return MANIFESTS.length + 1;
  const at = MANIFESTS.indexOf(fileNameOf(path));
  return at === -1 ? MANIFESTS.length : at;
}
