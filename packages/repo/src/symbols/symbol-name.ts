/** A symbol as a brief names it: `nullThrows`, `OrdersController.list()`. */
export interface SymbolName {
  /** The class, interface, enum or namespace before the last dot. */
  readonly owner: string | undefined;
  readonly word: string;
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Undefined for a text that can name no symbol. Of `a.b.c` the last two parts count. */
export function parseSymbolName(text: string): SymbolName | undefined {
  const parts = text
    .trim()
    .replace(/\(\s*\)$/, '')
    .split(/\.|#|::/);
  const [owner, word] = parts.length === 1 ? [undefined, parts[0]] : parts.slice(-2);
  if (word === undefined || !parts.every((part) => IDENTIFIER.test(part))) return undefined;
  return { owner, word };
}

/** The name that a statement of its own declares: of a member that of its owner. */
export function soughtOf({ owner, word }: SymbolName): string {
  return owner ?? word;
}
