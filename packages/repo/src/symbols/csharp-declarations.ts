import { literalPattern } from '@breakwater/text';
import type { WrittenDeclaration } from './declaration.js';
import type { SymbolName } from './symbol-name.js';

const TYPE = String.raw`(?<kind>class|interface|record(?:\s+(?:class|struct))?|struct|enum)\s+`;
const MODIFIER = `(?:public|private|protected|internal|static|virtual|override|abstract|sealed|async|readonly|new|extern|partial|required)`;

/** Longer lines are generated; skipping them keeps the patterns fast. Characters. */
const LONGEST = 500;

/**
 * Types a C# text declares under a name, and for `Type.Member` its methods and properties. By regular expression, line by
 * line: a declaration broken before its name is not seen, one inside a block comment is.
 */
export function csharpDeclarations(text: string, { owner, word }: SymbolName): readonly WrittenDeclaration[] {
  const lines = text.split('\n').map((line) => (line.length > LONGEST || /^\s*\/\//.test(line) ? '' : line));
  const types = matching(lines, new RegExp(`(?<![\\w@.])${TYPE}${literalPattern(owner ?? word)}(?![\\w])`));
  const found = owner === undefined ? types : types.length === 0 ? [] : membersNamed(lines, word);
  return found.map(({ line, kind }) => ({ line, kind: kind.split(/\s/)[0] ?? kind, exportedAs: [], passedOn: false }));
}

export function isCsharp(path: string): boolean {
  return path.endsWith('.cs');
}

interface Found {
  readonly line: number;
  readonly kind: string;
}

function membersNamed(lines: readonly string[], word: string): readonly Found[] {
  const start = String.raw`^\s*(?:\[[^\]]*\]\s*)*(?:${MODIFIER}\s+)+[\w<>\[\],.?\s]*?\b${literalPattern(word)}\s*`;
  const methods = matching(lines, new RegExp(String.raw`${start}(?:<[^>]*>\s*)?\(`)).map(({ line }) => ({
    line,
    kind: 'method',
  }));
  const properties = matching(lines, new RegExp(String.raw`${start}(?:\{|=>|=|;|$)`)).map(({ line }) => ({
    line,
    kind: 'property',
  }));
  return [...methods, ...properties].sort((a, b) => a.line - b.line);
}

function matching(lines: readonly string[], pattern: RegExp): readonly Found[] {
  return lines.flatMap((text, n) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ line: n + 1, kind: match.groups?.['kind'] ?? '' }];
  });
}
