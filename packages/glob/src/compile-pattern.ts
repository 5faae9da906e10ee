import { err, ok, type Result } from '@breakwater/model';
import { type Automaton, anything } from './automaton.js';
import { buildAutomaton } from './build-automaton.js';
import { groupBraces } from './group-braces.js';
import { type Fault, type Piece, syntaxFault } from './piece.js';
import { readTokens } from './read-tokens.js';
import { newRule, type Rule } from './rule.js';
import { shortestPath } from './shortest-path.js';

/** Some shells read these as patterns; taken as plain text they would match nothing, and a clash would be missed. */
const EXTENDED = /(?<!\\)[@+?*!]\(/;

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
  const body = sourceOf(negated ? pattern.slice(1) : pattern, ignoreCase);
  const pieces = readPieces(body, ignoreCase);
  const automaton = pieces.ok ? buildAutomaton(pieces.value) : pieces;
  if (!automaton.ok) return automaton;
  if (matchesNothing(automaton.value, ignoreCase)) return err(syntaxFault(whyNothing(body.join(''))));
  return ok(newRule(automaton.value, negated));
}

/** A pattern character by character. */
export function sourceOf(text: string, ignoreCase: boolean): readonly string[] {
  return Array.from(ignoreCase ? text.normalize('NFC') : text);
}

function readPieces(source: readonly string[], ignoreCase: boolean): Result<readonly Piece[], Fault> {
  const tokens = readTokens(source, ignoreCase);
  return tokens.ok ? groupBraces(tokens.value, source) : tokens;
}

function matchesNothing(automaton: Automaton, ignoreCase: boolean): boolean {
  const search = { both: [automaton, anything] as const, none: [], ignoreCase, atMost: Number.POSITIVE_INFINITY };
  return shortestPath({ ...search, allowance: { left: Number.POSITIVE_INFINITY } }).found === 'nothing';
}

function whyNothing(body: string): string {
  return IMPOSSIBLE.find(([form]) => form.test(body))?.[1] ?? 'can match no path';
}
