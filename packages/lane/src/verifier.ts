import type { VerifyEnd, VerifyOrder } from '@breakwater/model';
import type { LaneWorld } from './lane-world.js';
import { verifyPlace } from './places.js';
import { type Preparedness, tearDownVerify, verifyCommit } from './verify-commit.js';

/** The one verify place: verifications wait for each other, and each knows what the last one installed. */
export class Verifier {
  private prepared: Preparedness = {};
  /** The last one that was begun. */
  private begun: { readonly order: VerifyOrder; readonly world: LaneWorld } | undefined;
  private last: Promise<unknown> = Promise.resolve();

  verify(order: VerifyOrder, world: LaneWorld): Promise<VerifyEnd> {
    const end = this.last.then(() => this.run(order, world));
    this.last = end.catch(() => undefined);
    return end;
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

  private async run(order: VerifyOrder, world: LaneWorld): Promise<VerifyEnd> {
    const known = this.prepared;
    this.begun = { order, world };
    // Until it ended well, nobody knows what is installed.
    this.prepared = {};
    const { end, prepared } = await verifyCommit(order, known, world);
    this.prepared = prepared;
    return end;
  }
}

async function takeAway({ order, world }: { readonly order: VerifyOrder; readonly world: LaneWorld }): Promise<void> {
  for (const text of await tearDownVerify(order, world)) world.news({ kind: 'warning', text });
}
