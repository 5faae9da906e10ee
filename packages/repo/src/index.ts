export { indexRepository } from './index-repository.js';
export { resolveSymbols } from './symbols/resolve-symbols.js';
