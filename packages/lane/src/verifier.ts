import type { VerifyEnd, VerifyOrder } from '@breakwater/model';
import type { LaneWorld } from './lane-world.js';
import { type Preparedness, verifyCommit } from './verify-commit.js';

/** The one verify place: verifications wait for each other, and each knows what the last one installed. */
export class Verifier {
  private prepared: Preparedness = {};
  private last: Promise<unknown> = Promise.resolve();

  verify(order: VerifyOrder, world: LaneWorld): Promise<VerifyEnd> {
    const end = this.last.then(() => this.run(order, world));
    this.last = end.catch(() => undefined);
    return end;
  }

  private async run(order: VerifyOrder, world: LaneWorld): Promise<VerifyEnd> {
    const known = this.prepared;
    // Until it ended well, nobody knows what is installed.
    this.prepared = {};
    const { end, prepared } = await verifyCommit(order, known, world);
    this.prepared = prepared;
    return end;
  }
}
