/** A file name without its ending, or a symbol, as its letters and digits in lower case: `login.guard.ts` and `LoginGuard` are one. */
export function stemKey(name: string): string {
  return name
    .replace(/(?<=.)\.\w{1,8}$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
