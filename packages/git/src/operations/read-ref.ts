import type { Git } from '../git.js';
import { parseRefList, REF_FORMAT, type RefEntry } from '../parse/ref-list.js';
import { asRef } from '../ref-name.js';
import { textOf } from '../run/run-git.js';

/** What a ref holds, by its full name; undefined when it does not exist. */
export async function readRef(git: Git, ref: string): Promise<string | undefined> {
  const name = asRef(ref);
  return (await refsOf(git, name)).find((one) => one.ref === name)?.id;
}

/** Those that `for-each-ref` finds for the patterns, all without one; sorted by name. */
export async function refsOf({ run }: Pick<Git, 'run'>, ...patterns: readonly string[]): Promise<readonly RefEntry[]> {
  // Our own runner, for the answer is often nothing, and nothing takes the library 50 ms.
  return parseRefList(textOf(await run(['for-each-ref', REF_FORMAT, ...patterns])));
}

/** All refs below those places that end at a slash, and with the names or below the names of the others; sorted by name. */
export async function listRefs(git: Git, ...places: readonly string[]): Promise<readonly RefEntry[]> {
  return refsOf(git, ...places.map((place) => (place.endsWith('/') ? `${asRef(place.slice(0, -1))}/` : asRef(place))));
}
