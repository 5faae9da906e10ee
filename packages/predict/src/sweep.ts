import type { Reading } from './reading.js';

/**
 * Words that say a change goes wherever something is. In messages of commits they came with a median of 19 files, where two are usual;
 * which files those are no text tells.
 */
const WIDE = [
  'everywhere',
  'throughout',
  '(?:code ?base|repo(?:sitory)?|workspace|monorepo|solution)[- ]wide',
  '(?:across|in|over) (?:the )?(?:whole|entire) (?:code ?base|repo(?:sitory)?|monorepo|workspace|solution|project|docs)',
  'across (?:the )?(?:code ?base|repo(?:sitory)?|monorepo|workspace|solution|packages|projects|docs)',
  '(?:all|every|each) [\\w.#+-]+ (?:files?|projects?|packages?|modules?) (?:of|in|across) (?:the |our )?(?:code ?base|repo(?:sitory)?|monorepo|workspace|solution)',
  '(?:all|every|each) (?:of )?(?:the |our )?(?:files?|packages?|usages?|uses|occurrences?|imports?|references?|callers?|call sites?|tests?|projects?|components?|modules?|services?)',
] as const;
const SWEEPS = new RegExp(`\\b(?:${WIDE.join('|')})\\b`, 'i');

/** The words of a brief that make it a sweep; undefined for any other, and for one that declares what it writes or runs alone anyhow. */
export function sweepOf({ task, text }: Reading): string | undefined {
  if (task.writes.length > 0 || task.exclusive) return undefined;
  return SWEEPS.exec(text)?.[0].toLowerCase();
}
