import type { SymbolQuestion } from '@breakwater/model';
import type { KnownSymbols } from '../ground/known-symbols.js';
import { sentencesOf } from './brief-text.js';
import { changesUsers } from './changes-users.js';

const QUOTED = /`([^`\n]+)`/g;
/** A word that is no part of a path or file name: `Class.member`, or a name alone. */
const WORD = /(?<![\w$./\\@-])[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)?(?![\w$/\\-]|\.\w)/g;
const IDENTIFIER = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)?$/;
/** An inner capital, an underscore between letters, or a member after a dot. */
const SYMBOL_LIKE = /[a-z0-9][A-Z]|[A-Z]{2}[a-z]|[A-Za-z0-9]_[A-Za-z0-9]|^[A-Z]\w*\.\w/;

/** The symbols a text names, in the order they come, each once: known names in back-ticks, or ones that look like no plain word. */
export function symbolsIn(text: string, known: KnownSymbols): readonly SymbolQuestion[] {
  const asked = new Map<string, boolean>();
  for (const sentence of sentencesOf(text)) {
    for (const name of namesIn(sentence)) {
      if (isKnown(name, known)) asked.set(name, asked.get(name) === true || changesUsers(sentence, name));
    }
  }
  return [...asked].map(([name, references]) => ({ name, references }));
}

/** Names of symbols, known or not: what is in back-ticks, or looks like no plain word. */
export function namesIn(sentence: string): readonly string[] {
  const quoted = [...sentence.matchAll(QUOTED)].map(([, inside = '']) => inside.trim().replace(/\(.*\)$/, ''));
  const bare = sentence.match(WORD) ?? [];
  return [...quoted.filter((name) => IDENTIFIER.test(name)), ...bare.filter((name) => SYMBOL_LIKE.test(name))];
}

function isKnown(name: string, { isExported, unlisted }: KnownSymbols): boolean {
  const [owner = ''] = name.split('.');
  if (isExported(owner)) return true;
  return unlisted && /^[A-Z]/.test(name) && SYMBOL_LIKE.test(name);
}
