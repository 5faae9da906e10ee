import { err, ok, type Result } from '@breakwater/model';
import { buildAutomaton } from './build-automaton.js';
import { groupBraces } from './group-braces.js';
import { literalPath } from './literal-path.js';
import { costFault, type Fault, type Piece, syntaxFault } from './piece.js';
import { readTokens } from './read-tokens.js';
import { exactRule, newRule, type Rule } from './rule.js';

/** Some shells read these as patterns; taken as plain text they would match nothing, and a clash would be missed. */
const EXTENDED = /(?<!\\)[@+?*!]\(/;

/** Every star multiplies the ways to read a path; a match costs at most stars times the path's length. */
const MOST_WILDCARDS = 200;

/** What makes a pattern match no path, by its text; the first that fits is told. */
const IMPOSSIBLE: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'is empty'],
  [/^\//, "begins with a slash; paths start at the repository's root, without one"],
  [/(^|\/)\.\.(\/|$)/, "has a .. folder; paths start at the repository's root and never leave it"],
  [/(^|\/)\.(\/|$)/, "has a . folder; paths start at the repository's root, so leave it out"],
  [/\/\//, 'has two slashes in a row'],
];

/** One pattern of a set, its leading `!` included, to a rule. */
export function compilePattern(pattern: string, ignoreCase: boolean): Result<Rule, Fault> {
  if (EXTENDED.test(pattern)) {
    return err(syntaxFault('extended patterns such as @(a|b) are not supported; write {a,b}, or \\( for the character itself'));
  }
  const negated = pattern.startsWith('!');
  const text = negated ? pattern.slice(1) : pattern;
  // Most patterns are plain paths: no need to build, cut and trim an automaton to find that out.
  const literal = literalPath(text, ignoreCase);
  if (literal !== undefined) return ok(exactRule(literal, negated));
  const body = sourceOf(text, ignoreCase);
  const pieces = readPieces(body, ignoreCase);
  const automaton = pieces.ok ? buildAutomaton(pieces.value) : pieces;
  if (!automaton.ok) return automaton;
  // Trimmed: a start that leads nowhere is an empty language.
  if (automaton.value.edges[0]?.length === 0) return err(syntaxFault(whyNothing(body.join(''))));
  return ok(newRule(automaton.value, negated));
}

/** A pattern character by character. */
export function sourceOf(text: string, ignoreCase: boolean): readonly string[] {
  return Array.from(ignoreCase ? text.normalize('NFC') : text);
}

function readPieces(source: readonly string[], ignoreCase: boolean): Result<readonly Piece[], Fault> {
  const tokens = readTokens(source, ignoreCase);
  if (!tokens.ok) return tokens;
  const wildcards = tokens.value.filter(({ kind }) => kind === 'star' || kind === 'globstar').length;
  if (wildcards > MOST_WILDCARDS) return err(costFault(`has more than ${MOST_WILDCARDS} stars`));
  return groupBraces(tokens.value, source);
}

function whyNothing(body: string): string {
  return IMPOSSIBLE.find(([form]) => form.test(body))?.[1] ?? 'can match no path';
}
