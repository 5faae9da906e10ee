import type { RegenerateEnd, RegenerateOrder, VerifyEnd, VerifyOrder } from '@breakwater/model';
import type { LaneWorld } from './lane-world.js';
import { verifyPlace } from './places.js';
import { regenerateCommit } from './regenerate-commit.js';
import { tearDownVerify, verifyCommit } from './verify-commit.js';
import type { Ended, Preparedness } from './verify-place.js';

interface Begun {
  readonly order: VerifyOrder;
  readonly world: LaneWorld;
}

/** The one verify place: verifications wait for each other, and each knows what the last one installed. */
export class Verifier {
  private prepared: Preparedness = {};
  /** The last one that was begun. */
  private begun: Begun | undefined;
  private last: Promise<unknown> = Promise.resolve();

  verify(order: VerifyOrder, world: LaneWorld): Promise<VerifyEnd> {
    return this.next({ order, world }, (prepared) => verifyCommit(order, prepared, world));
  }

  regenerate(order: RegenerateOrder, world: LaneWorld): Promise<RegenerateEnd> {
    const { rules, ...rest } = order;
    const verify: VerifyOrder = { ...rest, commands: rules.map(({ command }) => command) };
    return this.next({ order: verify, world }, (prepared) => regenerateCommit(rules, verify, { prepared, world }));
  }

  /** Gives the place back after the last verification. Nobody works there, so nothing in it can be lost; one that git refuses to remove stays. */
  leave(setting: LaneWorld['setting']): Promise<void> {
    const left = this.last.then(async () => {
      this.prepared = {};
      if (this.begun !== undefined) await takeAway(this.begun);
      this.begun = undefined;
      await setting.repository.discardWorktree(verifyPlace(setting));
    });
    this.last = left.catch(() => undefined);
    return left;
  }

  private next<E>(begun: Begun, work: (prepared: Preparedness) => Promise<Ended<E>>): Promise<E> {
    const end = this.last.then(async () => {
      const known = this.prepared;
      this.begun = begun;
      // Until it ended well, nobody knows what is installed.
      this.prepared = {};
      const ended = await work(known);
      this.prepared = ended.prepared;
      return ended.end;
    });
    this.last = end.catch(() => undefined);
    return end;
  }
}

async function takeAway({ order, world }: Begun): Promise<void> {
  for (const text of await tearDownVerify(order, world)) world.news({ kind: 'warning', text });
}
