export { checkedGlobs } from './checked-globs.js';
export { foldCase } from './fold-case.js';
export type { GlobSet } from './glob-set.js';
export { intersectGlobs, type Purse } from './intersect-globs.js';
export { isLiteral } from './literal-path.js';
export { namedByAny } from './named-by-any.js';
export { type GlobProblem, parseGlobs } from './parse-globs.js';
