import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Merged, Settled } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
afterEach(() => world.dispose());

type Files = Readonly<Record<string, string>>;

/** Merges two branches from one commit, settling by path. Both sides' commits stay as they are, and so does the checkout. */
async function merged(sides: readonly [base: Files, ours: Files, theirs: Files], by: Readonly<Record<string, Settled['by']>>) {
  world = aWorld(sides[0]);
  world.git('switch', '--quiet', '--create', 'theirs');
  for (const gone of Object.keys(sides[0]).filter((path) => !(path in sides[2]))) world.git('rm', '--quiet', gone);
  const their = world.commit(sides[2]);
  world.git('switch', '--quiet', 'main');
  for (const gone of Object.keys(sides[0]).filter((path) => !(path in sides[1]))) world.git('rm', '--quiet', gone);
  const our = world.commit(sides[1]);
  const before = world.fingerprint();
  const lent: string[] = [];
  const settling = {
    how: (path: string) => by[path],
    inFolder: async <T>(work: (folder: string) => Promise<T>) => {
      const folder = mkdtempSync(join(world.folder, 'lent-'));
      lent.push(folder);
      return work(folder).finally(() => rmSync(folder, { recursive: true }));
    },
  };
  const end = await (await world.open()).merge(our, their, settling);
  expect(world.fingerprint()).toEqual(before);
  expect(lent.filter((folder) => existsSync(folder))).toEqual([]);
  return end;
}

function contentOf(end: Merged): Files {
  if (!end.merged) throw new Error(`conflict: ${end.paths.join(' ')}`);
  const names = world.git('ls-tree', '-r', '--name-only', '-z', end.tree).split('\0').filter(Boolean);
  return Object.fromEntries(names.map((name) => [name, world.git('cat-file', 'blob', `${end.tree}:${name}`)]));
}

describe('union', () => {
  it('keeps the lines of both sides, ours first, and merges the rest as ever', async () => {
    const end = await merged(
      [
        { 'log.md': 'old\n', 'x.txt': '1\n2\n3\n' },
        { 'log.md': 'ours\nold\n', 'x.txt': 'one\n2\n3\n' },
        { 'log.md': 'theirs\nold\n', 'x.txt': '1\n2\nthree\n' },
      ],
      { 'log.md': 'union' },
    );
    expect(end).toMatchObject({ merged: true, settled: [{ path: 'log.md', by: 'union' }] });
    expect(contentOf(end)).toEqual({ 'log.md': 'ours\ntheirs\nold', 'x.txt': 'one\n2\nthree' });
  });

  it('unites a file that both sides made, in a folder with a strange name', async () => {
    const path = 'a b/ü\n"x".md';
    const end = await merged([{ a: '' }, { a: '', [path]: 'ours\n' }, { a: '', [path]: 'theirs\n' }], { [path]: 'union' });
    expect(contentOf(end)).toEqual({ a: '', [path]: 'ours\ntheirs' });
  });

  it('does not touch a file that is not text, or that one side deleted', async () => {
    const binary = await merged([{ a: '\0old' }, { a: '\0ours' }, { a: '\0theirs' }], { a: 'union' });
    expect(binary).toMatchObject({ merged: false, paths: ['a'] });
    world.dispose();
    const deleted = await merged([{ a: 'old\n', b: '' }, { b: '' }, { a: 'theirs\n', b: '' }], { a: 'union' });
    expect(deleted).toMatchObject({ merged: false, paths: ['a'] });
  });
});

describe('ours', () => {
  it('keeps our side: its text, its bytes, or that it is gone', async () => {
    const end = await merged(
      [
        { text: 'old\n', bytes: '\0old', gone: 'old\n', kept: 'old\n' },
        { text: 'ours\n', bytes: '\0ours', kept: 'ours\n' },
        { text: 'theirs\n', bytes: '\0theirs', gone: 'theirs\n' },
      ],
      { text: 'ours', bytes: 'ours', gone: 'ours', kept: 'ours' },
    );
    expect(contentOf(end)).toEqual({ text: 'ours', bytes: '\0ours', kept: 'ours' });
  });
});

it('a conflict elsewhere stays one, and only it is named', async () => {
  const end = await merged(
    [
      { log: 'old\n', code: 'old\n' },
      { log: 'ours\n', code: 'ours\n' },
      { log: 'theirs\n', code: 'theirs\n' },
    ],
    { log: 'union' },
  );
  expect(end).toMatchObject({ merged: false, paths: ['code'] });
});

it('leaves a file that meets a folder to a person', async () => {
  const end = await merged([{ a: '' }, { a: '', x: 'file\n' }, { a: '', 'x/y': 'in a folder\n' }], { x: 'ours', 'x/y': 'ours' });
  expect(end.merged).toBe(false);
  expect(readdirSync(world.folder).filter((name) => name.startsWith('lent-'))).toEqual([]);
});
