import type { RepoPath } from '@breakwater/model';
import type { Finding } from '../finding.js';
import { preferInScope } from '../scope/scope.js';
import { shared } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Files that declare a symbol the brief names. */
export const symbols: Source = {
  name: 'symbols in the brief',
  find: (reading, ground) =>
    reading.symbols.flatMap(({ name }): readonly Finding[] => {
      const files = new Set(ground.symbols.get(name)?.declarations.map(({ path }) => path));
      const meant: readonly RepoPath[] = preferInScope([...files].sort(), reading.scope);
      if (meant.length > WEIGHTS.symbol.declarations) return [];
      const p = shared(WEIGHTS.symbol.declared, meant.length);
      return meant.map((path) => ({ path, p, evidence: { source: 'symbol', detail: `brief: ${name}` } }));
    }),
};
