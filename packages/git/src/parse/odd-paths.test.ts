import { type Random, seededRandom } from '@breakwater/model';
import { expect, it } from 'vitest';
import { logStream } from './log-stream.js';
import { parseLsTree } from './ls-tree.js';
import { parseMergeTree } from './merge-tree.js';
import { parseNumstat } from './numstat.js';
import { parseRawDiff } from './raw-diff.js';
import { parseStatus } from './status.js';
import { parseWorktreeList } from './worktree-list.js';

const ID = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';
/** All that could be taken for a part of git's own line: what separates, what quotes, what begins an entry. */
const SIGNS = [
  'a',
  '.',
  '"',
  "'",
  '\\',
  '\t',
  '\n',
  '\r',
  ' ',
  '[',
  ':',
  '?',
  '1 ',
  'u ',
  '- ',
  ID,
  'é',
  '\u2028',
  '\ufeff',
  '😀',
];

/** Different paths, none of which ends in a slash. */
function oddPaths(random: Random): readonly string[] {
  const names = Array.from({ length: random(6) }, () =>
    Array.from({ length: 1 + random(6) }, () => SIGNS[random(SIGNS.length)] ?? '').join(''),
  );
  return [...new Set(names)];
}

function forManyPaths(check: (paths: readonly string[], random: Random) => void): void {
  for (let seed = 0; seed < 300; seed += 1) {
    const random = seededRandom(seed);
    check(oddPaths(random), random);
  }
}

const ended = (entries: readonly string[]): string => entries.map((entry) => `${entry}\0`).join('');

it('every path comes out of a listing of files as it went in, in git’s order', () => {
  forManyPaths((paths) => {
    const printed = ended(paths.map((path) => `100644 blob ${ID}\t${path}`));
    expect(parseLsTree(printed)).toEqual(paths.map((path) => ({ path, blob: ID, mode: '100644' })));
  });
});

it('every path comes out of what was changed, counted and sorted', () => {
  forManyPaths((paths) => {
    const counted = paths.map((path, n) => ({ path, added: n, removed: 1 }));
    const sorted = counted.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(parseNumstat(ended(counted.map(({ path, added }) => `${added}\t1\t${path}`)))).toEqual(sorted);
    const raw = paths.map((path) => ({ path, mode: '100755', blob: ID, status: 'M' }));
    expect(parseRawDiff(ended(paths.map((path) => `:100644 100755 ${ID} ${ID} M\0${path}`)))).toEqual(raw);
  });
});

it('every path comes out of a status, whatever state it is in', () => {
  const ids = `100644 100644 100644 ${ID} ${ID}`;
  const states = [
    ['untracked', (path: string) => `? ${path}`],
    ['changed', (path: string) => `1 .M N... ${ids} ${path}`],
    ['changed', (path: string) => `2 R. N... ${ids} R100 ${path}\0? ${path} of old`],
    ['unmerged', (path: string) => `u UU N... 100644 ${ids} ${ID} ${path}`],
  ] as const;
  forManyPaths((paths, random) => {
    const chosen = new Map(paths.map((path) => [path, states[random(states.length)] ?? states[0]]));
    const printed = ended([...chosen].map(([path, [, print]]) => print(path)));
    expect(parseStatus(printed)).toEqual(paths.toSorted().map((path) => ({ path, is: chosen.get(path)?.[0], embedded: false })));
  });
});

it('every path comes out of a merge, in conflict and in what git says of it', () => {
  forManyPaths((paths) => {
    const sides = paths.map((path) => ({ mode: '100644', id: ID, side: 3, path }));
    const messages = paths.map((path) => ({
      type: 'CONFLICT (contents)',
      paths: [path, `${path}~1`],
      text: `in ${path}`.trim(),
    }));
    const said = messages.map(({ type, paths: of, text }) => ended([String(of.length), ...of, type, `${text}\n`]));
    const printed = [ended([ID]), ended(sides.map(({ path }) => `100644 ${ID} 3\t${path}`)), '\0', ...said].join('');
    expect(parseMergeTree(printed)).toEqual({ outcome: 'conflict', tree: ID, sides, messages });
  });
});

it('every path comes out of a log, in whatever pieces it comes, after messages that look like paths', () => {
  forManyPaths((paths, random) => {
    const commit = (changed: readonly string[]) =>
      `\0${ended([`${ID} `, 'Ann', 'ann@example.org', '1700000000', `\n\n${paths[0] ?? ''}`])}${changed.length > 0 ? '\n' : ''}${ended(changed)}`;
    const bytes = Buffer.from(`${commit(paths)}${commit([])}${commit(['last'])}`);
    const found: (readonly string[])[] = [];
    const stream = logStream((one) => found.push(one.paths));
    for (let at = 0; at < bytes.length; ) {
      const size = 1 + random(9);
      stream.push(bytes.subarray(at, at + size));
      at += size;
    }
    stream.end();
    expect(found).toEqual([paths.toSorted(), [], ['last']]);
  });
});

it('every folder and every reason to lock comes out of the list of worktrees', () => {
  forManyPaths((paths) => {
    const blocks = paths.map((path) => ended([`worktree /${path}`, `HEAD ${ID}`, `branch refs/heads/b`, `locked ${path}`, '']));
    expect(parseWorktreeList(blocks.join(''))).toEqual(
      paths.map((path) => ({ path: `/${path}`, head: ID, branch: 'b', lockReason: path })),
    );
  });
});

it('a difference that is cut short, or none, is no change', () => {
  expect(parseRawDiff('')).toEqual([]);
  expect(parseRawDiff(`:100644 000000 ${ID} ${'0'.repeat(40)} D\0gone\0`)).toEqual([
    { path: 'gone', mode: '000000', blob: '0'.repeat(40), status: 'D' },
  ]);
  expect(() => parseRawDiff(`:100644 100644 ${ID}\0a\0`)).toThrow('Internal error: not a line of diff-tree');
});
