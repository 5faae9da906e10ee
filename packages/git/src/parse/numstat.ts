import type { Change } from '@breakwater/model';

const LINE = /^(\d+|-)\t(\d+|-)\t([\s\S]+)$/;

/** Reads `diff-tree -r -z --numstat --no-renames`, sorted by path; a dash stands for a binary file and counts 0. */
export function parseNumstat(text: string): readonly Change[] {
  return text
    .split('\0')
    .filter((line) => line !== '')
    .map(changeOf)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function changeOf(line: string): Change {
  const [, added, removed, path] = LINE.exec(line) ?? [];
  if (path === undefined) throw new Error(`Internal error: not a line of numstat: ${JSON.stringify(line)}`);
  return { path, added: count(added), removed: count(removed) };
}

function count(text: string | undefined): number {
  return text === undefined || text === '-' ? 0 : Number(text);
}
