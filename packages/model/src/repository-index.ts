import type { BlobId, CommitId } from './commit.js';
import type { RepoPath } from './repo-path.js';

export interface IndexedFile {
  readonly path: RepoPath;
  readonly blob: BlobId;
  /** Git's file mode; 120000 is a symlink. */
  readonly mode: string;
  /** Bytes. */
  readonly size: number;
}

/** A folder that builds, tests or ships as one thing. */
export interface Project {
  readonly name: string;
  /** Folder, '' for the repository's root. */
  readonly root: string;
  readonly tags: readonly string[];
  /** The file that says so, e.g. libs/cart/project.json. */
  readonly manifest: RepoPath;
  readonly kind: 'nx' | 'package' | 'dotnet';
  /** Names of projects it needs, as manifests or a tool of the workspace say; its imports say more. */
  readonly dependsOn?: readonly string[];
}

/** A project as a tool that runs inside the workspace knows it, such as Nx with its plugins. */
export interface KnownProject extends Pick<Project, 'name' | 'root' | 'tags'> {
  readonly dependsOn: readonly string[];
}

/** One import or re-export, resolved to source where the target is in the repository. */
export interface ImportEdge {
  readonly specifier: string;
  readonly target?: RepoPath | undefined;
  /** Imported or re-exported names; `*` for a namespace or `export *`. */
  readonly names: readonly string[];
  readonly reexport: boolean;
}

/** What a TypeScript or JavaScript file, or one of Vue, Svelte or Astro with such code in it, brings in and gives out. */
export interface ModuleRecord {
  readonly imports: readonly ImportEdge[];
  /** Exported names, sorted; `default` included. */
  readonly exports: readonly string[];
  /** Nothing makes it a module, so its declarations belong to all scripts of the page or the program. */
  readonly isScript?: boolean;
}

/** A commit's tree as plain data; the same for every checkout, worktree and clone that holds the commit. */
export interface RepositoryIndex {
  readonly commit: CommitId;
  /** Sorted by path. */
  readonly files: readonly IndexedFile[];
  /** Sorted by root, then name. */
  readonly projects: readonly Project[];
  readonly modules: ReadonlyMap<RepoPath, ModuleRecord>;
  /** Files that could not be parsed, skipped by size, and the like: sorted sentences for `--verbose`. */
  readonly notes: readonly string[];
}

/** A symbol a brief names, and whether the brief moves, renames or removes it (then its users change too). */
export interface SymbolQuestion {
  readonly name: string;
  readonly references: boolean;
}

/** Where a named symbol is declared and, when asked, who refers to it. */
export interface SymbolFact {
  readonly name: string;
  readonly declarations: readonly { readonly path: RepoPath; readonly line: number; readonly kind: string }[];
  /** Files that refer to it, declarations left out, sorted. Empty when not asked. */
  readonly references: readonly RepoPath[];
}
