import { literalPattern } from '@breakwater/text';

/** Verbs after which the users of what they name must change too. */
const VERB =
  '(?:[Rr]enam(?:es?|ed|ing)|[Rr]emov(?:es?|ed|ing)|[Dd]elet(?:es?|ed|ing)|[Dd]rop(?:s|ped|ping)?|[Mm]ov(?:es?|ed|ing)|[Dd]eprecat(?:es?|ed|ing)|[Rr]eplac(?:es?|ed|ing)|[Ii]nlin(?:es?|ed|ing)|[Mm]erg(?:es?|ed|ing))';
const SMALL_WORDS = 'the|a|an|our|its|all|any|every|old|legacy|unused|deprecated|exported|public|of|to|and|or|from';
const USES = 'uses?|usages?|calls?|references?|imports?';
const KINDS =
  'class|function|method|interface|type|enum|constant|const|helper|hook|component|service|symbol|property|field|parameter|argument';
/** What may stand between such a verb and the name, and nothing else: in "remove the flicker in X" X stays. */
const BETWEEN = `(?:(?:${SMALL_WORDS}|${USES}|${KINDS}|[\`\\w$.]*[A-Z_][\\w$.\`]*),?\\s+){0,6}`;
const EVERYWHERE =
  /\b(?:everywhere|throughout|across the (?:repo|repository|codebase|code base|workspace|monorepo)|(?:all|every|each)(?: (?:of )?(?:its|the))? (?:usages?|uses?|callers?|call sites?|references?|consumers?|importers?|imports?))\b/i;

/** Said in each of the patterns below, which cost a millisecond for every name. */
const CHANGING = new RegExp(`\\b(?:${VERB}|signature|parameters?|arguments?)\\b`);

/** Whether a sentence changes what the users of a symbol see: renames, moves or removes it, changes its signature, or says "everywhere". */
export function changesUsers(sentence: string, name: string): boolean {
  if (EVERYWHERE.test(sentence)) return true;
  if (!CHANGING.test(sentence)) return false;
  const named = `\`?${literalPattern(name)}(?:\\([^)]*\\))?\`?(?![\\w$])`;
  return [
    `\\b${VERB}\\s+${BETWEEN}${named}`,
    `${named}\\s+(?:\\w+\\s+){0,2}(?:be|is|are|was|gets?|being)\\s+(?:\\w+\\s+)?${VERB}\\b`,
    `\\b(?:signature|parameters?|arguments?)\\s+(?:of|to|from)\\s+${BETWEEN}${named}`,
    `${named}(?:['’]s)?\\s+signature\\b`,
  ].some((pattern) => new RegExp(pattern).test(sentence));
}
