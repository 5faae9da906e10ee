export type { GlobSet } from './glob-set.js';
export { intersectGlobs } from './intersect-globs.js';
export { type GlobProblem, parseGlobs } from './parse-globs.js';
