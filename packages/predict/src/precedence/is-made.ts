import { sentencesOf } from '../brief/brief-text.js';

/** After these something comes into being. */
const MAKES = '(?:add|create|introduce|implement|write|define|scaffold|generate|build|provide)(?:s|d|ed|ing)?';
/** After these it comes into being where or as what the text names. */
const MAKES_INTO = '(?:extract|move|split|pull|put)(?:s|d|ed|ted|ting|ing)?';
/** Words after which the verb is about something else: "add tests for X", "write docs that explain X". */
const ELSEWHERE =
  '(?:for|to|of|in|into|from|with|without|using|uses?|that|which|on|onto|by|and|or|where|when|before|after|like|via|if|so)';
const BETWEEN = `(?:(?!${ELSEWHERE}\\b)[\\w'’-]+,?\\s+){0,6}`;

/** Whether a text says that the task brings a file or a name into being: "add a `PriceFormatter`", "extract it into `libs/x/y.ts`". */
export function isMade(text: string, thing: string): boolean {
  const named = `\`?${thing.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:\\([^)]*\\))?\`?(?![\\w$/-])`;
  const patterns = [`\\b${MAKES}\\s+${BETWEEN}${named}`, `\\b${MAKES_INTO}\\b.*\\b(?:in|into|to|as)\\s+${BETWEEN}${named}`];
  const made = new RegExp(patterns.join('|'), 'i');
  return sentencesOf(text).some((sentence) => made.test(sentence));
}
