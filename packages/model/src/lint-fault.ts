/** Why a tree must not be checked out by others as it is. Paths as git has them. */
export type LintFault =
  /** Two paths that are one on disks that ignore case or Unicode form. */
  | { readonly rule: 'collision'; readonly path: string; readonly other: string }
  /** A name that some disk takes for git's own folder. */
  | { readonly rule: 'git-name'; readonly path: string }
  /** A bare pointer to another repository's commit, or the file that describes such. */
  | { readonly rule: 'submodule'; readonly path: string }
  /** A link that leads out of the repository, or into git's folder. */
  | { readonly rule: 'link'; readonly path: string; readonly target: string }
  /** Bytes. */
  | { readonly rule: 'large'; readonly path: string; readonly size: number };
