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

/** All refs below a prefix that ends at a slash, sorted by name. */
export async function listRefs(git: Git, prefix: string): Promise<readonly RefEntry[]> {
  const folder = asRef(prefix.replace(/\/$/, ''));
  const refs = parseRefList(await git.read(['for-each-ref', REF_FORMAT, `${folder}/`]));
  return refs.filter((one) => one.ref.startsWith(`${folder}/`));
}
