import { blobId, type TreeEntry } from '@breakwater/model';

/** The size of a file whose content this copy of the repository does not hold: too large to read, whatever the limit. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;
/** What stands before a path: mode, type, id and size, and the tab after them. */
const HEAD = /^\d{6} \w+ [0-9a-f]+ +(?:\d+|-|BAD)\t$/;

/** Reads `ls-tree -r -z --long`: files and symlinks in git's order; submodules have no content here and are left out. */
export function parseLsTree(text: string): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (const line of text.split('\0')) {
    if (line === '') continue;
    const from = line.indexOf('\t') + 1;
    const head = line.slice(0, from);
    if (!HEAD.test(head)) throw new Error(`Internal error: not a line of ls-tree: ${JSON.stringify(line)}`);
    const [mode = '', type, id = ''] = head.split(' ', 3);
    const size = head.slice(head.lastIndexOf(' ') + 1, -1);
    if (type === 'blob') entries.push({ path: line.slice(from), blob: blobId(id), mode, size: sizeOf(size) });
  }
  return entries;
}

/** Git says BAD when the object is not there, as in a partial copy. */
function sizeOf(text: string | undefined): number {
  return text === 'BAD' ? UNKNOWN : Number(text);
}
