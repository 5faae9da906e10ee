/** What of a file's name decides how its text is parsed: in `a.d.ts` and `a.d.css.ts` nothing is defined. Holds no line break. */
export function endingOf(path: string): string {
  return `${path.includes('.d.') ? '.d' : ''}${path.slice(path.lastIndexOf('.'))}`;
}
