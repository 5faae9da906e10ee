/** `fix(api): ...`, `[api] ...` */
const PREFIX = /^\s*(?:\w+\(([^)\s]+)\)!?:|\[([^\]\s]+)\])/;

/** The scope a first line names before it says anything else, in lower case; '' without one. Several stay as written: `api,web`. */
export function prefixScope(line: string): string {
  const match = PREFIX.exec(line);
  return (match?.[1] ?? match?.[2] ?? '').toLowerCase();
}
