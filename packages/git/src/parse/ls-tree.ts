import { blobId, type TreeEntry } from '@breakwater/model';

/** What stands before a path: mode, type and id, and the tab after them. */
const HEAD = /^\d{6} \w+ [0-9a-f]+\t$/;

/** Reads `ls-tree -r -z`: files and symlinks in git's order; submodules have no content here and are left out. */
export function parseLsTree(text: string): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (const line of text.split('\0')) {
    if (line === '') continue;
    const from = line.indexOf('\t') + 1;
    const head = line.slice(0, from);
    if (!HEAD.test(head)) throw new Error(`Internal error: not a line of ls-tree: ${JSON.stringify(line)}`);
    const [mode = '', type, id = ''] = head.slice(0, -1).split(' ', 3);
    if (type === 'blob') entries.push({ path: line.slice(from), blob: blobId(id), mode });
  }
  return entries;
}
