import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { Composer, type CST, type Document, isScalar, Lexer, type ParsedNode, Parser, type YAMLParseError } from 'yaml';
import { codeOf, diagnosticOf } from '../text/fault.js';
import type { Source, Spot } from '../text/source.js';
import { DEEP_HINT, DEEPEST } from './limits.js';
import { locateYaml } from './locate-yaml.js';
import { type Parsed, unreadable } from './parsed.js';

/**
 * One YAML 1.2 document as plain data: no tags, no merge keys, no second document. Aliases stand for what they name,
 * within limits. `from` and `to` bound the part of the text that is YAML.
 */
export function parseYaml(source: Source, from = 0, to = source.text.length): Parsed {
  const text = blanked(source.text, from, to);
  const tokens = tokensOf(text);
  if (!tokens.ok) return unreadable([tooDeep({ source, start: tokens.error, end: tokens.error + 1 })]);
  const documents = [...new Composer(OPTIONS).compose(tokens.value, true, text.length)];
  const faults = documents.flatMap((document, nth) => documentFaults(document, nth, source));
  if (faults.length > 0) return unreadable(faults.slice(0, MOST_SYNTAX_FAULTS));
  const [document] = documents;
  const contents = document?.contents;
  return contents == null || isNothing(contents) ? { value: undefined, faults: [] } : locateYaml(contents, source);
}

/** What is between two lines of dashes when nothing is. */
function isNothing(contents: ParsedNode): boolean {
  return isScalar(contents) && contents.source === '';
}

/** `prettyErrors` would copy lines of the file into messages; duplicate keys are found later, with both places. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  strict: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** One slip often breaks many lines after it. */
const MOST_SYNTAX_FAULTS = 5;

/** What is before stays as empty lines, so that offsets and lines remain those of the file. */
function blanked(text: string, from: number, to: number): string {
  return text.slice(0, from).replace(/[^\n]/g, ' ') + text.slice(from, to);
}

/** Tokens, or the offset at which the values lie too deep. Composing would recurse as deep as the text says. */
function tokensOf(text: string): Result<readonly CST.Token[], number> {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > DEEPEST * 2) return err(parser.offset);
  }
  return ok([...tokens, ...parser.end()]);
}

function tooDeep(at: Spot): Diagnostic {
  const code = codeOf(at.source.area, 'LIMIT');
  return diagnosticOf({ code, message: `values lie more than ${DEEPEST} levels deep`, at, hint: DEEP_HINT });
}

function documentFaults(document: Document.Parsed<ParsedNode>, nth: number, source: Source): readonly Diagnostic[] {
  if (nth > 0) return [unsupported('a second YAML document begins', spotOf(source, document.range[0], document.range[0] + 3))];
  const directives = document.directives.yaml.explicit || Object.keys(document.directives.tags).length > 1;
  const sign = source.text.search(/^%/m);
  const first = spotOf(source, sign, sign + 1);
  return [
    ...(directives ? [unsupported('a YAML directive', first)] : []),
    ...document.errors.map((one) => syntaxFault(one, source)),
  ];
}

function spotOf(source: Source, start: number, end: number): Spot {
  return { source, start, end };
}

function unsupported(what: string, at: Spot): Diagnostic {
  const code = codeOf(at.source.area, 'SYNTAX');
  return diagnosticOf({ code, message: `${what}; this is not supported`, at, hint: 'One file holds one plain YAML document.' });
}

function syntaxFault({ message, pos }: YAMLParseError, source: Source): Diagnostic {
  const at = spotOf(source, Math.min(pos[0], source.text.length), pos[1]);
  return diagnosticOf({ code: codeOf(source.area, 'SYNTAX'), message: `this is not YAML: ${message}`, at, hint: HINTS[message] });
}

const HINTS: Readonly<Record<string, string>> = {
  'Plain value cannot start with reserved character @': 'Put a text that begins with @ in quotes.',
  'Plain value cannot start with reserved character `': 'Put a text that begins with ` in quotes.',
  'Tabs are not allowed as indentation': 'Indent with spaces.',
  'Nested mappings are not allowed in compact mappings': 'Put a text that contains ": " in quotes.',
};
