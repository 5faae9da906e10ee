/** Names of files, whole. */
const NAMES =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|packages\.lock\.json|[^/]+\.lock|go\.sum|CHANGELOG[^/]*|HISTORY\.md|RELEASES\.md|PublicAPI\.(?:Uns|S)hipped\.txt|CompatibilitySuppressions\.xml|\.all-contributorsrc)$/i;
const FOLDERS =
  /(?:^|\/)(?:\.changeset|\.yarn|node_modules|__snapshots__|__generated__|generated|goldens?|locales?\/[^/]+\.xlf)(?:\/|$)/i;
const ENDINGS =
  /\.(?:snap|shot|xlf|pot?|min\.(?:js|css)|map|generated\.[^/]+|gen\.[^/]+|g\.(?:cs|dart)|designer\.cs|pb\.go|golden|(?:verified|approved)\.[^/.]+)$/i;

/**
 * Files that tools write, or that every change adds a line to: lockfiles, changelogs, snapshots, generated code, lists of a public
 * interface, translation catalogues. Their words tell nothing about a task, and two tasks that change them collide by rule, not by
 * chance. By path alone.
 */
export function isLockLike(path: string): boolean {
  const cut = path.lastIndexOf('/');
  const name = path.slice(cut + 1);
  return NAMES.test(name) || ENDINGS.test(name) || FOLDERS.test(name) || isWritten(path.slice(0, Math.max(0, cut)));
}

/** Files come folder by folder, so the last answer is the next one, mostly. */
let last = { folder: '', written: false };

function isWritten(folder: string): boolean {
  if (folder !== last.folder) last = { folder, written: FOLDERS.test(folder) };
  return last.written;
}
