/** What git's own check-ref-format forbids, and a part that begins with a dash, which a command could take for an option. */
const FORBIDDEN = /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|(^|\/)[.-]|\.lock(\/|$)/;
const LONGEST = 240;

/** Whether a short name can be a branch of ours. Stricter than git: nothing that could be an option, nothing a file system refuses. */
export function isBranchName(name: string): boolean {
  return name !== '' && name !== '@' && name !== 'HEAD' && Buffer.byteLength(name) <= LONGEST && !FORBIDDEN.test(name);
}

/** A full ref name. Those come from ids by pattern, so anything else is a bug. */
export function asRef(ref: string): string {
  if (ref.startsWith('refs/') && isBranchName(ref.slice('refs/'.length))) return ref;
  throw new Error(`Internal error: not a full ref name: ${JSON.stringify(ref)}`);
}
