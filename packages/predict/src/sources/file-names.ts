import type { Finding } from '../finding.js';
import { preferInScope } from '../scope/scope.js';
import { shared } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

const NAME = { source: 'path', detail: 'brief: its name' } as const;

/** File names without a folder, unless a file of that name lies at the root. Too many namesakes tell nothing. */
export const fileNames: Source = {
  name: 'file names in the brief',
  find: ({ tokens, scope }, { paths }) => {
    const names = tokens.filter((token) => !token.includes('/') && !paths.has(token));
    return names.flatMap((name): readonly Finding[] => {
      const files = preferInScope(paths.named(name), scope);
      if (files.length > WEIGHTS.path.namesakes) return [];
      return files.map((path) => ({ path, p: shared(WEIGHTS.path.name, files.length), evidence: NAME }));
    });
  },
};
