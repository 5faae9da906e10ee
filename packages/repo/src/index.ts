export { readHistory } from './history/read-history.js';
export { indexRepository } from './index-repository.js';
export { knowProjects } from './projects/know-projects.js';
export { resolveSymbols } from './symbols/resolve-symbols.js';
export { readTextFacts, type TextRequest } from './text/read-text-facts.js';
