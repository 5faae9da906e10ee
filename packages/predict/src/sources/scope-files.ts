import { spread } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Every file of a declared scope, a little: the author said where, not what. Of a large project no single file is worth naming. */
export const scopeFiles: Source = {
  name: 'declared scope',
  find: ({ scope, task }, { paths }) => {
    if (!scope.declared || task.writes.length > 0) return [];
    const files = paths.all.filter((path) => scope.covers(path));
    if (files.length > WEIGHTS.files) return [];
    const p = spread(WEIGHTS.scope.written, files.length, WEIGHTS.scope.most);
    return files.map((path) => ({ path, p, evidence: { source: 'scope', detail: `scope: ${scope.label}` } }));
  },
};
