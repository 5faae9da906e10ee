import type { Declaration } from './declaration.js';
import { filesWithin } from './files-within.js';
import { findDeclarations, type Hits } from './find-declarations.js';
import type { Source } from './source.js';
import type { SymbolName } from './symbol-name.js';

/** A symbol as it was found: `name` is the asked one, without its owner where that is only a namespace. */
export interface DeclaredSymbol {
  readonly name: SymbolName;
  readonly declarations: readonly Declaration[];
}

/** Where each symbol is declared, in the order of `names`. What no declaration has as a member is looked for in namespaces. */
export async function declareSymbols(
  source: Source,
  names: readonly SymbolName[],
  hits: Hits,
): Promise<readonly DeclaredSymbol[]> {
  const found = await findDeclarations(source, names, hits);
  const declared = names.map((name, n) => ({ name, declarations: found[n] ?? [] }));
  const within = declared.map((one) => namespaceOf(source, one));
  const plain = declared.map(({ name: { word } }) => ({ owner: undefined, word }));
  const open = plain.filter((_, n) => within[n] !== undefined);
  const later = (await findDeclarations(source, open, hits)).values();
  return declared.map((one, n) => {
    const files = within[n];
    const name = plain[n];
    if (files === undefined || name === undefined) return one;
    return { name, declarations: (later.next().value ?? []).filter(({ path }: Declaration) => files.has(path)) };
  });
}

/** The files in which `Namespace.symbol` may be declared, the namespace being a file as a whole. */
function namespaceOf({ index }: Source, { name, declarations }: DeclaredSymbol): ReadonlySet<string> | undefined {
  if (name.owner === undefined || declarations.length > 0) return undefined;
  const files = filesWithin(index, name.owner);
  return files.size > 0 ? files : undefined;
}
