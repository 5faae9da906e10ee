import { literalPattern } from '@breakwater/text';
import { decode } from '../decode.js';
import type { FactKind } from '../facts/fact-kind.js';
import { keptList } from '../facts/kept-list.js';
import { endingOf } from '../modules/ending-of.js';
import { csharpDeclarations, isCsharp } from './csharp-declarations.js';
import type { WrittenDeclaration } from './declaration.js';
import { type SymbolName, soughtOf } from './symbol-name.js';
import { typescriptDeclarations } from './typescript-declarations.js';

/** Where texts declare symbols: one kind of facts for each name. A text that is asked about several in a row is parsed once. */
export function declarationFacts(
  exportsOf: (path: string) => readonly string[],
): (name: SymbolName) => FactKind<readonly WrittenDeclaration[]> {
  let last: Opened | undefined;
  const open = (path: string, bytes: Uint8Array): Opened => {
    if (last?.path !== path) last = openText(path, decode(bytes));
    return last;
  };
  return (name) => {
    const seemsToDeclare = declarationPattern(soughtOf(name));
    return {
      markOf: ({ path }) => `declares${endingOf(path)} ${name.owner ?? ''}.${name.word}`,
      read: (path, bytes) => {
        const { text, declarations } = open(path, bytes);
        const isWorthParsing = isCsharp(path) || exportsOf(path).includes(soughtOf(name)) || seemsToDeclare.test(text);
        return isWorthParsing ? declarations(name) : [];
      },
      ...keptList<WrittenDeclaration>(),
    };
  };
}

interface Opened {
  readonly path: string;
  readonly text: string;
  readonly declarations: (name: SymbolName) => readonly WrittenDeclaration[];
}

function openText(path: string, text: string): Opened {
  const inCode = typescriptDeclarations(path, text);
  return { path, text, declarations: isCsharp(path) ? (name) => csharpDeclarations(text, name) : inCode };
}

function declarationPattern(name: string): RegExp {
  return new RegExp(
    `\\b(?:function\\s*\\*\\s*|(?:class|function|interface|type|enum|namespace|module|const|let|var)\\s+)${literalPattern(name)}(?![\\p{ID_Continue}$])`,
    'u',
  );
}
