import { literalPattern } from '@breakwater/text';
import { sentencesOf } from '../brief/brief-text.js';

/** After these something comes into being. */
const MAKES = '(?:add|create|introduce|implement|write|define|scaffold|generate|build|provide)(?:s|d|ed|ing)?';
/** After these it comes into being where or as what the text names. */
const MAKES_INTO = '(?:extract|move|split|pull|put)(?:s|d|ed|ted|ting|ing)?';
/** Words after which the verb is about something else: "add tests for X", "write docs that explain X". */
const ELSEWHERE =
  '(?:for|to|of|in|into|from|with|without|using|uses?|that|which|on|onto|by|and|or|where|when|before|after|like|via|if|so)';
const BETWEEN = `(?:(?!${ELSEWHERE}\\b)[\\w'’-]+,?\\s+){0,6}`;

const MAKING = new RegExp(`\\b(?:${MAKES}|${MAKES_INTO})\\b`, 'i');

/** A pattern for every name of every sentence costs milliseconds each; few sentences need any. */
function isAboutMaking(sentence: string): boolean {
  return MAKING.test(sentence);
}

/** Tells whether a text brings a file or a name into being: "add a `PriceFormatter`", "extract it into `libs/x/y.ts`". */
export function madeBy(text: string): (thing: string) => boolean {
  const sentences = sentencesOf(text)
    .filter(isAboutMaking)
    .map((sentence) => ({ sentence, lower: sentence.toLowerCase() }));
  return (thing) => {
    const about = sentences.filter(({ lower }) => lower.includes(thing.toLowerCase()));
    if (about.length === 0) return false;
    const made = makes(thing);
    return about.some(({ sentence }) => made.test(sentence));
  };
}

function makes(thing: string): RegExp {
  const named = `\`?${literalPattern(thing)}(?:\\([^)]*\\))?\`?(?![\\w$/-])`;
  const patterns = [`\\b${MAKES}\\s+${BETWEEN}${named}`, `\\b${MAKES_INTO}\\b.*\\b(?:in|into|to|as)\\s+${BETWEEN}${named}`];
  return new RegExp(patterns.join('|'), 'i');
}
