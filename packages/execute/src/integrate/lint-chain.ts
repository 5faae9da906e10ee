import type { CommitId } from '@breakwater/model';
import type { RunWorld } from '../run-world.js';
import { hold } from './hold.js';
import { type Link, lastOf } from './link.js';

/**
 * The links whose trees others can check out, up to the first that cannot. All are looked at at once, and one by one only when something
 * is wrong. One that brings it in against the tip itself is held; one further back is left for when those before it have landed.
 */
export async function lintChain(links: readonly Link[], tip: CommitId, world: RunWorld): Promise<readonly Link[]> {
  const { repository } = world.ports;
  if (links.length === 0 || (await repository.lint(tip, lastOf(links).commit)).length === 0) return links;
  for (const [at, { task, onto, commit }] of links.entries()) {
    const faults = await repository.lint(onto, commit);
    if (faults.length === 0) continue;
    if (at === 0) await hold(task, { paths: faults.map(({ path }) => path), faults }, world);
    return links.slice(0, at);
  }
  return links;
}
