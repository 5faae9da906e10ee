import { type CommitId, isReworkDue, type RunState, type TaskId } from '@breakwater/model';
import { taskRun } from '../progress.js';
import type { RunWorld } from '../run-world.js';
import { landLinks, type Moved } from './land-links.js';
import { lintChain } from './lint-chain.js';
import { mergeChain } from './merge-chain.js';
import { Proofs } from './proofs.js';
import { sift } from './sift.js';
import { verifiedLinks } from './verified-links.js';
import { verifyLinks } from './verify-links.js';

/** How often a moved integration branch is merged and verified anew before the tasks are given back. */
const ROUNDS = 3;

/**
 * Brings ready tasks, in plan order, into the chain. All are merged in memory one onto the other and only the last tree is verified,
 * with the commands of all; when it passes they land by one compare-and-swap, each as a commit of its own. When it does not, halves
 * are verified until the first task is found that makes it fail: that one is given back, those before it land, those after it are
 * merged anew without it. So a task is never judged by what was given back. Returns when none is left, or when we were asked to stop.
 */
export async function integrateReady(ids: readonly TaskId[], world: RunWorld): Promise<void> {
  const proofs = new Proofs();
  const { recorder } = world;
  let next: Moved = await finishVerified(ids, world);
  // Where somebody else has the branch stays known until something of ours lands on it.
  const found = new Map<CommitId, CommitId>();
  for (let foreign = 0; next.went !== 'stopped'; ) {
    const ours = recorder.state().tip;
    if (next.went === 'foreign') {
      foreign += 1;
      found.set(ours, next.tip);
    }
    const tip = found.get(ours) ?? ours;
    const waiting = inTurn(ids, recorder.state()).filter((id) => isReady(id, world));
    if (waiting.length === 0) return;
    next = await integrateBatch(waiting, { tip, lastTry: foreign >= ROUNDS - 1 }, { world, proofs });
  }
}

/** In a wave nobody overtakes a task that is about to be reworked, so that the chain does not depend on who is quick. */
function inTurn(ids: readonly TaskId[], state: RunState): readonly TaskId[] {
  const reworked = state.schedule === 'stream' ? -1 : ids.findIndex((id) => isReworkDue(taskRun(state, id)));
  return reworked === -1 ? ids : ids.slice(0, reworked);
}

function isReady(id: TaskId, { recorder }: RunWorld): boolean {
  const { state } = taskRun(recorder.state(), id).state;
  return state === 'committed' || state === 'verified';
}

/** Continues where a killed run stopped: what was verified then is only moved to, or was moved to already. */
async function finishVerified(ids: readonly TaskId[], world: RunWorld): Promise<Moved> {
  const found = verifiedLinks(ids, world.recorder.state());
  return found === undefined ? { went: 'on' } : landLinks(found.links, { from: found.from, lastTry: false }, world);
}

/** One verification, or as many as it takes to find a culprit. */
async function integrateBatch(
  ids: readonly TaskId[],
  { tip, lastTry }: { readonly tip: CommitId; readonly lastTry: boolean },
  { world, proofs }: { readonly world: RunWorld; readonly proofs: Proofs },
): Promise<Moved> {
  const chain = await mergeChain(ids, tip, world);
  if (chain.chain === 'stopped') return { went: 'stopped' };
  if (chain.chain === 'failed') return sift([chain.link], { tip, failure: chain.failure, lastTry }, { world, proofs });
  const links = await lintChain(chain.links, tip, world);
  if (links.length === 0) return { went: 'on' };
  const end = await verifyLinks(links, { world, proofs });
  if (end.end === 'stopped') return { went: 'stopped' };
  if (end.end === 'passed') return landLinks(links, { from: tip, lastTry, seconds: end.seconds }, world);
  return sift(links, { tip, failure: end.failure, lastTry }, { world, proofs });
}
