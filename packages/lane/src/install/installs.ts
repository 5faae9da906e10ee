import { freeDisk } from '../capacity.js';
import { OneByKey } from './one-by-key.js';
import { countSpares, makeSpare, takeSpare } from './spares.js';
import type { Template } from './templates.js';

/** Bytes on the disk below which nothing is copied ahead of need. */
const ROOM = 5 * 1024 ** 3;

/**
 * What the lanes of one process share about installing: the same packages are installed once at a time, and while sessions work,
 * copies of what was installed are made for the worktrees to come, so that those find theirs ready.
 */
export class Installs {
  private readonly turns = new OneByKey();
  private readonly left = new AbortController();
  /** Worktrees that are being installed in. */
  private busy = 0;
  /** Worktrees to come. */
  private expected = 0;
  private stocking: Promise<void> = Promise.resolve();

  inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.turns.run(key, work);
  }

  /** How many worktrees will still be opened at most, as far as is known now. */
  expect(worktrees: number): void {
    this.expected = worktrees;
  }

  /** Work on a worktree that somebody waits for; copying ahead stands back. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
    }
  }

  /** Puts a copy made ahead into a place. False when there is none, and none is about to be. */
  async take(template: Template, place: string): Promise<boolean> {
    if (await takeSpare(template, place)) return true;
    await this.stocking;
    return takeSpare(template, place);
  }

  /** Begins to copy ahead, in the background. */
  stock(template: Template): void {
    this.stocking = this.stocking.then(() => this.fill(template)).catch(leftIt);
  }

  /** Ends what goes on in the background. Copies that are ready stay, for a run that is resumed or the next one. */
  leave(): Promise<void> {
    this.left.abort();
    return this.stocking;
  }

  private async fill(template: Template): Promise<void> {
    const isFree = () => this.busy === 0 && !this.left.signal.aborted;
    while (isFree() && (await countSpares(template)) < this.expected && (await hasRoom(template)))
      await makeSpare(template, this.left.signal);
  }
}

async function hasRoom({ folder }: Template): Promise<boolean> {
  return ((await freeDisk(folder)) ?? 0) > ROOM;
}

/** Whoever needs a copy makes it himself then, and says what is wrong. */
function leftIt(error: unknown): void {
  const isExpected = error instanceof Error && ('syscall' in error || error.name === 'AbortError');
  if (!isExpected) throw error;
}
