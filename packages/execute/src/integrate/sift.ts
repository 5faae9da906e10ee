import type { CommitId, TaskFailure, TaskId } from '@breakwater/model';
import type { RunWorld } from '../run-world.js';
import { companionsOf } from './companions.js';
import { fail, landLinks, type Moved } from './land-links.js';
import { firstOf, type Link, lastOf } from './link.js';
import type { Proofs } from './proofs.js';
import { isRed } from './red-tip.js';
import { isTreeFailure, type TreeFailure } from './tree-failure.js';
import { verifyLinks } from './verify-links.js';

interface Failing {
  readonly tip: CommitId;
  readonly failure: TaskFailure;
  readonly lastTry: boolean;
}

interface Sifting {
  readonly world: RunWorld;
  readonly proofs: Proofs;
}

/** A chain that failed as a whole: what can land lands, and the first task that makes it fail is given back. */
export async function sift(links: readonly Link[], { tip, failure, lastTry }: Failing, sifting: Sifting): Promise<Moved> {
  const { world } = sifting;
  if (!isTreeFailure(failure)) return failAll(links, failure, world);
  if (links.length > 1) {
    const { command, exitCode } = failure;
    await world.recorder.note({ ev: 'batch-failed', tasks: links.map(({ task }) => task), command, exitCode });
  }
  const red = await isRed(links, { tip, failure }, sifting);
  if (red === 'stopped') return { went: 'stopped' };
  if (red === undefined) return halve(links, { tip, failure, lastTry }, sifting);
  // Of several on a red tip, each is now tried alone.
  return links.length > 1 ? { went: 'on' } : failAll(links, red, world);
}

async function failAll(links: readonly Link[], failure: TaskFailure, world: RunWorld): Promise<Moved> {
  for (const { task } of links) await fail(task, failure, world);
  return { went: 'on' };
}

/** The first prefix that fails, by halves; a half that passes lands at once. The last of a failing chain is not verified again. */
async function halve(
  links: readonly Link[],
  failing: Failing & { readonly failure: TreeFailure },
  sifting: Sifting,
): Promise<Moved> {
  let rest = links;
  let { failure, tip } = failing;
  while (rest.length > 1) {
    const half = rest.slice(0, Math.floor(rest.length / 2));
    const end = await verifyLinks(half, sifting);
    if (end.end === 'stopped') return { went: 'stopped' };
    if (end.end === 'failed') {
      if (!isTreeFailure(end.failure)) return failAll(half, end.failure, sifting.world);
      [rest, failure] = [half, end.failure];
      continue;
    }
    const landing = { from: tip, lastTry: failing.lastTry, seconds: end.seconds };
    const moved = await landLinks(half, landing, sifting.world);
    tip = lastOf(half).commit;
    if (moved.went !== 'on' || sifting.world.recorder.state().tip !== tip) return moved;
    rest = rest.slice(half.length);
  }
  return blame(firstOf(rest).task, failure, sifting.world);
}

async function blame(task: TaskId, failure: TreeFailure, world: RunWorld): Promise<Moved> {
  const together = await companionsOf(task, failure, world);
  if (together === 'stopped') return { went: 'stopped' };
  await fail(task, failure.reason === 'verify' && together.length > 0 ? { ...failure, together } : failure, world);
  return { went: 'on' };
}
