import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aWorld, type World } from '../testing.js';

let world: World;
beforeEach(() => {
  world = aWorld();
});
afterEach(() => world.dispose());

const path = () => join(world.root, '.git/gc.pid');

/** A process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid!;
}

test('while it is held git itself refuses to collect, and afterwards it does not', async () => {
  const repository = await world.open();
  const hold = await repository.holdGc(process.pid);
  expect(() => world.git('gc', '--prune=now')).toThrow(/gc is already running on machine/);
  await hold?.release();
  expect(existsSync(path())).toBe(false);
  world.git('gc', '--prune=now');
});

test('one of a process that is dead is taken over, whoever left it', async () => {
  const repository = await world.open();
  writeFileSync(path(), `${await deadPid()} ${hostname()}`);
  const hold = await repository.holdGc(process.pid);
  expect(readFileSync(path(), 'utf8')).toBe(`${process.pid} ${hostname()}\nbreakwater\n`);
  await hold?.release();
});

test.each([
  ['a gc that is at work', () => `${process.ppid} ${hostname()}`],
  ['one on another machine', () => '1 elsewhere'],
])('%s keeps its hold', async (_, text) => {
  const repository = await world.open();
  writeFileSync(path(), text());
  expect(await repository.holdGc(process.pid)).toBeUndefined();
  expect(readFileSync(path(), 'utf8')).toBe(text());
});

test('only a dead hold of ours is called one, and cleared as such', async () => {
  const repository = await world.open();
  const pid = await deadPid();
  writeFileSync(path(), `${pid} ${hostname()}`);
  expect([await repository.deadGcHold(), await repository.clearDeadGc(), existsSync(path())]).toEqual([undefined, false, true]);
  writeFileSync(path(), `${pid} ${hostname()}\nbreakwater\n`);
  expect([await repository.deadGcHold(), await repository.clearDeadGc(), existsSync(path())]).toEqual([
    `${pid} ${hostname()}\nbreakwater\n`,
    true,
    false,
  ]);
});

test('a hold that somebody replaced is not ours to take away', async () => {
  const repository = await world.open();
  const hold = await repository.holdGc(process.pid);
  writeFileSync(path(), 'theirs');
  await hold?.release();
  expect(readFileSync(path(), 'utf8')).toBe('theirs');
});
