/** The files of a commit, ready to be asked for by their paths with and without their endings. */
export interface SourceFiles {
  readonly has: (path: string) => boolean;
  /** Every ending with which the path is that of a file: `a.d.ts` is `a.d` with `.ts` and `a` with `.d.ts`. */
  readonly endingsOf: (path: string) => readonly string[];
}

export function sourceFiles(paths: Iterable<string>): SourceFiles {
  const all = new Set(paths);
  const endings = new Map<string, string[]>();
  for (const path of all) {
    const dot = path.lastIndexOf('.');
    if (dot === -1) continue;
    note(endings, path, dot);
    if (path.endsWith('.d', dot)) note(endings, path, dot - '.d'.length);
  }
  return { has: (path) => all.has(path), endingsOf: (path) => endings.get(path) ?? [] };
}

function note(endings: Map<string, string[]>, path: string, dot: number): void {
  const plain = path.slice(0, dot);
  const known = endings.get(plain);
  if (known === undefined) endings.set(plain, [path.slice(dot)]);
  else known.push(path.slice(dot));
}
