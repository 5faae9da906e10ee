import type { LoggedCommit } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { logStream } from './log-stream.js';

const OUTPUT = [
  `\0${aCommit(1)} ${aCommit(2)} ${aCommit(9)}\0Ann\0ann@x\x001700000000\0Add größe\n\nBody\n\0\nb.ts\0a.ts\0`,
  `\0${aCommit(2)} ${aCommit(3)}\0shop[bot]\0bob@x\x001700000001\0Nothing changed\0`,
  `\0${aCommit(3)} ${aCommit(4)}\0\0\x001700000002\0\0\nonly.ts\0`,
  `\0${aCommit(4)} \0Ann\0ann@x\x001700000003\0\0`,
].join('');

function read(pieces: readonly Buffer[]): readonly LoggedCommit[] {
  const commits: LoggedCommit[] = [];
  const { push, end } = logStream((commit) => commits.push(commit));
  for (const piece of pieces) push(piece);
  end();
  return commits;
}

const bytes = Buffer.from(OUTPUT);

it('reads commits with and without name, address, message and paths', () => {
  const [first, second, third, fourth] = read([bytes]);
  expect(first).toMatchObject({
    commit: aCommit(1),
    time: 1_700_000_000,
    message: 'Add größe\n\nBody\n',
    paths: ['a.ts', 'b.ts'],
  });
  expect(second).toMatchObject({ commit: aCommit(2), message: 'Nothing changed', paths: [] });
  expect(third).toMatchObject({ commit: aCommit(3), message: '', paths: ['only.ts'] });
  expect(fourth).toMatchObject({ commit: aCommit(4), parent: undefined, message: '', paths: [] });
});

it('tells authors apart without their addresses', () => {
  const authors = read([bytes]).map(({ author }) => author);
  expect(authors[0]).toBe(authors[3]);
  expect(new Set(authors).size).toBe(3);
  expect(authors.join()).not.toMatch(/@|ann|bob/);
});

it('tells programs from people', () => {
  expect(read([bytes]).map(({ isBot }) => isBot)).toEqual([false, true, false, false]);
});

it('does not mind where the pieces are cut', () => {
  const whole = read([bytes]);
  for (let size = 1; size <= bytes.length; size += 1) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
    expect(read(pieces)).toEqual(whole);
  }
});

it('of nothing is nothing, and throws at what is no log', () => {
  expect(read([])).toEqual([]);
  expect(() => read([Buffer.from('warning: x\0')])).toThrow('Internal error');
});
