import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

const ref = 'refs/heads/breakwater/7f3a/integration';
let world: World;
let repository: Repository;
let one: string;
let two: string;
beforeEach(async () => {
  world = aWorld();
  one = world.git('rev-parse', 'HEAD');
  two = world.commit({ 'b.txt': '' });
  repository = await world.open();
});
afterEach(() => world.dispose());

describe('moveRef', () => {
  it('makes, moves and deletes a ref that holds what it should', async () => {
    expect(await repository.moveRef({ ref, from: null, to: one })).toEqual({ moved: true });
    expect(await repository.readRef(ref)).toBe(one);
    expect(await repository.moveRef({ ref, from: one, to: two })).toEqual({ moved: true });
    expect(await repository.readRef(ref)).toBe(two);
    expect(await repository.deleteRef(ref, two)).toEqual({ moved: true });
    expect(await repository.readRef(ref)).toBeUndefined();
  });

  it('refuses a ref that has moved meanwhile, and says where it is', async () => {
    await repository.moveRef({ ref, from: null, to: two });
    const refused = await repository.moveRef({ ref, from: one, to: two });
    expect(refused).toMatchObject({ moved: false, is: two });
    expect(refused.moved ? '' : refused.message).toContain(`is at ${two} by now, not at ${one}`);
    expect(await repository.deleteRef(ref, one)).toMatchObject({ moved: false, is: two });
    expect(await repository.moveRef({ ref, from: null, to: one })).toMatchObject({ moved: false, is: two });
    expect(await repository.readRef(ref)).toBe(two);
  });

  it('refuses to move a ref that does not exist', async () => {
    expect(await repository.moveRef({ ref, from: one, to: two })).toMatchObject({ moved: false, is: null });
    expect(await repository.deleteRef(ref, one)).toMatchObject({ moved: false, is: null });
  });

  it('of many moves from one value exactly one succeeds', async () => {
    await repository.moveRef({ ref, from: null, to: one });
    const targets = await Promise.all(Array.from({ length: 8 }, (_, n) => repository.writeBlob(`${n}`)));
    const shared = 'refs/breakwater/shared';
    await repository.moveRef({ ref: shared, from: null, to: one });
    const moves = await Promise.all(targets.map((to) => repository.moveRef({ ref: shared, from: one, to })));
    const winners = targets.filter((_, n) => moves[n]?.moved);
    expect(winners).toEqual([await repository.readRef(shared)]);
  });

  it('moves nothing when the fence has another value, or is gone', async () => {
    const fence = { ref: 'refs/breakwater/lock', value: one };
    await repository.moveRef({ ref: fence.ref, from: null, to: one });
    expect(await repository.moveRef({ ref, from: null, to: one, fence })).toEqual({ moved: true });
    await repository.moveRef({ ref: fence.ref, from: one, to: two });
    expect(await repository.moveRef({ ref, from: one, to: two, fence })).toMatchObject({ moved: false, is: one });
    await repository.deleteRef(fence.ref, two);
    expect(await repository.moveRef({ ref, from: one, to: two, fence })).toMatchObject({ moved: false, is: one });
    expect(await repository.readRef(ref)).toBe(one);
  });

  it('does not move a branch that is checked out', async () => {
    const before = world.fingerprint();
    const refused = await repository.moveRef({ ref: 'refs/heads/main', from: two, to: one });
    expect(refused).toEqual({ moved: false, is: two, message: `refs/heads/main is checked out at ${world.root}` });
    expect(await repository.deleteRef('refs/heads/main', two)).toMatchObject({ moved: false, is: two });
    expect(world.fingerprint()).toEqual(before);
  });

  it('says which branch is in the way of a name below it', async () => {
    world.git('branch', 'breakwater');
    const refused = await repository.moveRef({ ref, from: null, to: one });
    expect(refused).toMatchObject({ moved: false, is: null });
    expect(refused.moved ? '' : refused.message).toContain("'refs/heads/breakwater' exists");
  });

  it.each(['main', 'refs/heads/-D', 'refs/heads/x\ndelete refs/heads/main'])(
    'takes %j for a bug, not for input',
    async (name) => {
      await expect(repository.moveRef({ ref: name, from: null, to: one })).rejects.toThrow('Internal error');
      await expect(repository.moveRef({ ref, from: null, to: `${one}\ndelete refs/heads/main` })).rejects.toThrow(
        'Internal error',
      );
      expect(await repository.readRef('refs/heads/main')).toBe(two);
    },
  );
});

describe('readRef and listRefs', () => {
  it('read exactly the ref that was named', async () => {
    await repository.moveRef({ ref: 'refs/breakwater/7f3a/task/a', from: null, to: one });
    expect(await repository.readRef('refs/breakwater/7f3a/task')).toBeUndefined();
    expect(await repository.readRef('refs/heads/main')).toBe(two);
  });

  it('list what is below a prefix, sorted, packed or not', async () => {
    for (const name of ['b', 'a/2', 'a/1'])
      await repository.moveRef({ ref: `refs/breakwater/7f3a/${name}`, from: null, to: one });
    await repository.moveRef({ ref: 'refs/breakwater/7f3ab', from: null, to: one });
    world.git('pack-refs', '--all');
    await repository.moveRef({ ref: 'refs/breakwater/7f3a/c', from: null, to: two });
    expect(await repository.listRefs('refs/breakwater/7f3a/')).toEqual([
      { ref: 'refs/breakwater/7f3a/a/1', id: one },
      { ref: 'refs/breakwater/7f3a/a/2', id: one },
      { ref: 'refs/breakwater/7f3a/b', id: one },
      { ref: 'refs/breakwater/7f3a/c', id: two },
    ]);
  });
});

describe('writeBlob and readBlob', () => {
  it('keep a text to the byte, whatever the user does to line ends', async () => {
    world.git('config', 'core.autocrlf', 'true');
    const text = '{"a":"ünï"}\r\nno newline';
    expect(await repository.readBlob(await repository.writeBlob(text))).toBe(text);
  });

  it('say when there is no such blob', async () => {
    await expect(repository.readBlob('1'.repeat(40))).rejects.toThrow('git cat-file failed');
    await expect(repository.readBlob('--textconv')).rejects.toThrow('Internal error');
  });
});
