declare const brand: unique symbol;

/** A path inside the repository: posix separators, relative to the root, no `.` or `..` segment, no NUL. */
export type RepoPath = string & { readonly [brand]: 'RepoPath' };

/** The only way to make a RepoPath; undefined when the text does not name a path inside the repository. */
export function asRepoPath(text: string): RepoPath | undefined {
  return isRepoPath(text) ? text : undefined;
}

/** NUL, or a segment that is empty, `.` or `..`. */
const STRANGE = /\0|(?:^|\/)\.{0,2}(?:\/|$)/;

function isRepoPath(text: string): text is RepoPath {
  return !STRANGE.test(text);
}

/** The same, for text that git itself wrote into a tree; anything else is a bug or a damaged tree. */
export function repoPath(text: string): RepoPath {
  if (!isRepoPath(text)) throw new Error(`Internal error: not a repository path: ${JSON.stringify(text)}`);
  return text;
}

/** The folder of a path, '' for a file at the root. */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut === -1 ? '' : path.slice(0, cut);
}

/** The last segment of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
