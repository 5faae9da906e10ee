import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LockOwner } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

const LOCK = 'refs/breakwater/lock';
let world: World;
let repository: Repository;
beforeEach(async () => {
  world = aWorld();
  repository = await world.open();
});
afterEach(() => world.dispose());

const owner = (nonce: string): LockOwner => ({
  ...{ run: '7f3a', pid: 42, startTime: '1234', bootId: 'boot', host: 'here', since: '2026-01-01T00:00:00.000Z' },
  nonce,
});
const alive = async () => false;
const dead = async () => true;

async function taken(nonce: string, isStale: (owner: LockOwner) => Promise<boolean> = alive) {
  const answer = await repository.takeLock(owner(nonce), isStale);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

describe('takeLock', () => {
  it('is taken once, and again after it was given back', async () => {
    const lock = await taken('one');
    expect(await repository.lockOwner()).toEqual(owner('one'));
    expect(await repository.takeLock(owner('two'), alive)).toEqual({
      ok: false,
      error: { reason: 'locked', owner: owner('one') },
    });
    await lock.release();
    expect(await repository.lockOwner()).toBeUndefined();
    await taken('two');
    expect(await repository.lockOwner()).toEqual(owner('two'));
  });

  it('is taken over from an owner who is gone, whose fence then holds no longer', async () => {
    const zombie = await taken('one');
    const asked: LockOwner[] = [];
    const lock = await taken('two', async (found) => asked.push(found) > 0);
    expect(asked).toEqual([owner('one')]);
    const move = { ref: 'refs/breakwater/x', from: null, to: world.git('rev-parse', 'HEAD') };
    expect(await repository.moveRef({ ...move, fence: zombie.fence })).toMatchObject({ moved: false });
    expect(await repository.moveRef({ ...move, fence: lock.fence })).toEqual({ moved: true });
  });

  it('given back by an owner who lost it, stays with the new one', async () => {
    const zombie = await taken('one');
    await taken('two', dead);
    await zombie.release();
    expect(await repository.lockOwner()).toEqual(owner('two'));
  });

  it('of two that come at once exactly one gets it, in every round', async () => {
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(['a', 'b'].map((name) => repository.takeLock(owner(`${name}${round}`), alive)));
      const winners = answers.filter((answer) => answer.ok);
      expect(winners).toHaveLength(1);
      for (const answer of winners) if (answer.ok) await answer.value.release();
    }
  });

  it('of many that would take over from a dead owner exactly one gets it', async () => {
    await taken('dead');
    const isStale = async (found: LockOwner) => found.nonce === 'dead';
    const takers = await Promise.all(Array.from({ length: 8 }, () => world.open()));
    const answers = await Promise.all(takers.map((taker, n) => taker.takeLock(owner(`${n}`), isStale)));
    const winner = answers.findIndex((answer) => answer.ok);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await repository.lockOwner()).toEqual(owner(`${winner}`));
    const losers = answers.filter((answer) => !answer.ok).map((answer) => (answer.ok ? undefined : answer.error));
    expect(losers).toEqual(Array.from({ length: 7 }, () => ({ reason: 'locked', owner: owner(`${winner}`) })));
  });

  it('is never taken from somebody it cannot read', async () => {
    const id = await repository.writeBlob('{"written":"by something newer"}');
    await repository.moveRef({ ref: LOCK, from: null, to: id });
    expect(await repository.takeLock(owner('one'), dead)).toMatchObject({ ok: false, error: { reason: 'damaged' } });
    expect(await repository.readRef(LOCK)).toBe(id);
    expect(await repository.lockOwner()).toBeUndefined();
  });

  it('is not stopped by the lock file of a git that was killed', async () => {
    await (await taken('one')).release();
    const left = join(world.root, '.git', `${LOCK}.lock`);
    world.write({ [`.git/${LOCK}.lock`]: '' });
    await taken('two');
    expect(existsSync(left)).toBe(false);
  });

  it('says so when the ref cannot be written', async () => {
    writeFileSync(join(world.root, '.git/refs/breakwater'), 'a file in the way of the folder');
    expect(await repository.takeLock(owner('one'), alive)).toMatchObject({
      error: { reason: 'environment', code: 'E_LOCK_WRITE' },
    });
  });
});
