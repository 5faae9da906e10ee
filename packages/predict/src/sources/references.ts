import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Users of a symbol that the brief renames, moves, removes or gives another signature: they change with it, wherever they are. */
export const references: Source = {
  name: 'references of changed symbols',
  find: (reading, ground) =>
    reading.symbols
      .filter(({ references }) => references)
      .flatMap(({ name }) =>
        (ground.symbols.get(name)?.references ?? []).map((path) => ({
          path,
          p: WEIGHTS.reference.one,
          evidence: { source: 'reference' as const, detail: `uses ${name}` },
        })),
      ),
};
