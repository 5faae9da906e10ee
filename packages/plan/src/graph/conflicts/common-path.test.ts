import { confidenceOf, repoPath, type TouchSet, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { type CommonPath, commonPath } from './common-path.js';
import { declaredWriters } from './declared-writer.js';

interface Side {
  readonly writes: readonly string[];
  readonly files?: Readonly<Record<string, number>>;
  readonly creates?: readonly string[];
}

function common(a: Side, b: Side): CommonPath | undefined {
  const sides = [a, b];
  const tasks = sides.map(({ writes }, n) => aTask(`t${n}`, { writes }));
  const sets = sides.map(({ files = {}, creates = [] }, n): TouchSet => {
    const writes = Object.entries(files).map(([path, p]) => ({
      path: repoPath(path),
      p,
      confidence: confidenceOf(p),
      evidence: [],
    }));
    return { task: taskId(`t${n}`), writes, reads: [], creates: creates.map(repoPath), scope: [] };
  });
  const [one, other] = declaredWriters(tasks, sets, []);
  return one === undefined || other === undefined ? undefined : commonPath(one, other);
}

describe('the path on which two declarations meet', () => {
  it.each<[string, Side, Side, CommonPath | undefined]>([
    ['is none where they do not', { writes: ['src/a.ts'] }, { writes: ['src/b.ts'] }, undefined],
    ['is the name both give', { writes: ['a.ts', 'b.ts'] }, { writes: ['c.ts', 'b.ts'] }, { path: 'b.ts', exists: false }],
    [
      'is a name that fits the other’s pattern',
      { writes: ['src/a.ts'] },
      { writes: ['src/*'] },
      { path: 'src/a.ts', exists: false },
    ],
    [
      'is made up where only patterns cross',
      { writes: ['src/**'] },
      { writes: ['**/*.md'] },
      { path: 'src/.md', exists: false, invented: true },
    ],
    [
      'is a file that exists rather than one that is named',
      { writes: ['src/**'], files: { 'src/z.ts': 0.1 } },
      { writes: ['src/a.ts', 'src/z.ts'] },
      { path: 'src/z.ts', exists: true },
    ],
    [
      'is of several files the one both write most likely',
      { writes: ['src/**'], files: { 'src/a.ts': 0.5, 'src/b.ts': 0.4 } },
      { writes: ['src/*'], files: { 'src/b.ts': 0.4 } },
      { path: 'src/b.ts', exists: true },
    ],
    [
      'is of equally likely ones the first by name',
      { writes: ['src/**'], files: { 'src/b.ts': 0.5, 'src/a.ts': 0.5 } },
      { writes: ['src/*'] },
      { path: 'src/a.ts', exists: true },
    ],
    [
      'does not exist when either is to create it',
      { writes: ['src/**'], files: { 'src/n.ts': 0.9 } },
      { writes: ['src/*'], files: { 'src/n.ts': 0.9 }, creates: ['src/n.ts'] },
      { path: 'src/n.ts', exists: false },
    ],
    [
      'is no file that one of them has taken away',
      { writes: ['src/**', '!src/a.ts'], files: { 'src/a.ts': 0.9, 'src/b.ts': 0.1 } },
      { writes: ['src/*'] },
      { path: 'src/b.ts', exists: true },
    ],
    [
      'is found through a folder whose name has a dot',
      { writes: ['.github'], files: { '.github/ci.yml': 0.9 } },
      { writes: ['.github/new.yml'] },
      { path: '.github/new.yml', exists: false },
    ],
  ])('%s', (_, a, b, expected) => {
    expect(common(a, b)).toEqual(expected);
    expect(common(b, a)).toEqual(expected);
  });

  it('ignores case, and keeps the spelling of the first', () => {
    const [a, b] = [{ writes: ['src/Money.ts'] }, { writes: ['src/money.ts'] }];
    expect([common(a, b)?.path, common(b, a)?.path]).toEqual(['src/Money.ts', 'src/Money.ts']);
  });
});
