import { folderOf } from '@breakwater/model';
import { inFolder } from '../in-folder.js';
import type { JsonRecord } from '../json/json-shape.js';

/** What tools take names for that no package can have: SvelteKit, Nuxt, and templates of Vite, webpack and others. Folders of a package. */
const ALIASES: readonly (readonly [pattern: RegExp, folders: readonly string[]])[] = [
  [/^\$lib(?:\/|$)/, ['src/lib/']],
  [/^(?:~~|@@)\//, ['']],
  [/^[@~]\//, ['src/', 'app/', '']],
];

/** Whether a specifier begins like an alias and like no package. */
export function isAlias(specifier: string): boolean {
  return ALIASES.some(([pattern]) => pattern.test(specifier));
}

/**
 * Where an alias that no committed configuration explains usually leads, the nearest package first: it is often said only in a file
 * that a tool makes, or in a program.
 */
export function usualAliases(json: ReadonlyMap<string, JsonRecord>, folder: string, specifier: string): readonly string[] {
  const guesses: string[] = [];
  for (let at: string | undefined = folder; at !== undefined; at = at === '' ? undefined : folderOf(at)) {
    if (!json.has(inFolder(at, 'package.json'))) continue;
    const root = at;
    for (const [pattern, folders] of ALIASES) {
      if (!pattern.test(specifier)) continue;
      const inside = specifier.replace(pattern, '');
      guesses.push(...folders.map((one) => inFolder(root, `${one}${inside}`).replace(/\/$/, '')));
    }
  }
  return guesses;
}
