import { expect, it } from 'vitest';
import { Background } from './background.js';

it('is settled when all has ended, also what was begun meanwhile', async () => {
  const background = new Background();
  const ended: string[] = [];
  const step = async (name: string, then: () => void = () => undefined): Promise<void> => {
    await Promise.resolve();
    then();
    ended.push(name);
  };
  background.start(step('a', () => background.start(step('b'))));
  await background.settled();
  expect(ended).toEqual(['a', 'b']);
  await background.settled();
});

it('tells of a failure to whoever waits, however late', async () => {
  const background = new Background();
  background.start(Promise.reject(new Error('the journal is not writable')));
  await new Promise((resolve) => setImmediate(resolve));
  await expect(background.settled()).rejects.toThrow('not writable');
});

it('is quiet when all has ended, also where some of it failed', async () => {
  const background = new Background();
  const ended: string[] = [];
  background.start(Promise.reject(new Error('the journal is not writable')));
  background.start(new Promise((resolve) => setImmediate(resolve)).then(() => void ended.push('a')));
  await background.quiet();
  expect(ended).toEqual(['a']);
});
