export { countTerms, isCutShort, type TermCounts } from './count-terms.js';
export { isLockLike } from './is-lock-like.js';
export { literalPattern } from './literal-pattern.js';
export { readTerms, type Term } from './read-terms.js';
export { STOP_WORDS } from './stop-words.js';
export { subjectTerms } from './subject-terms.js';
export { termHash } from './term-hash.js';
export { stemHashesOf, stemsOf } from './words-of.js';
