import type { Finding } from '../finding.js';
import type { Ground } from '../ground/ground.js';
import { preferInScope } from '../scope/scope.js';
import { shared } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** A word of several parts: `order-history`, `login.guard`, `order_history`, or with an inner capital. */
const JOINED = /(?<![\w./@-])(?:[A-Za-z][A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)+|[A-Za-z]*[a-z0-9][A-Z]\w*)(?![\w/-])/g;

/** Words that are a file's name without its ending, however it is joined: `LoginGuard` means `login.guard.ts` too. */
export const stems: Source = {
  name: 'stems of file names in the brief',
  find: ({ text, scope }, ground) => {
    const words = new Map((text.match(JOINED) ?? []).map((word) => [keyOf(word), word]));
    return [...words].flatMap(([key, word]): readonly Finding[] => {
      const files = isPlace(word, ground) ? [] : preferInScope(ground.paths.withStem(key), scope);
      if (files.length > WEIGHTS.path.namesakes) return [];
      const p = shared(WEIGHTS.path.stem, files.length);
      return files.map((path) => ({ path, p, evidence: { source: 'path', detail: `brief: ${word}` } }));
    });
  },
};

function keyOf(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The name of a project or folder says where, not which file. */
function isPlace(word: string, { paths, projects }: Ground): boolean {
  return paths.foldersNamed(word).length > 0 || projects.all.some(({ name }) => name === word || name.endsWith(`/${word}`));
}
