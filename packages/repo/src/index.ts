export type { Cache } from './cache/cache.js';
export { openCache } from './cache/open-cache.js';
export { readHistory } from './history/read-history.js';
export { type IndexedCommit, indexRepository } from './index-repository.js';
export { affectedProjects } from './projects/affected-projects.js';
export { knowProjects } from './projects/know-projects.js';
export { resolveSymbols } from './symbols/resolve-symbols.js';
export { findTerms } from './text/find-terms.js';
