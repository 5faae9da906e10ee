export interface RefEntry {
  readonly ref: string;
  readonly id: string;
}

/** Format that `parseRefList` reads; ref names hold neither space nor line break. */
export const REF_FORMAT = '--format=%(objectname) %(refname)';

/** Reads `for-each-ref` with that format, sorted by name. */
export function parseRefList(text: string): readonly RefEntry[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ id: line.slice(0, line.indexOf(' ')), ref: line.slice(line.indexOf(' ') + 1) }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
