import { confidenceOf, type HubRule, repoPath, type TouchSet, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { type DeclaredWriter, declaredWriters } from './declared-writer.js';

interface World {
  readonly files?: readonly string[];
  readonly creates?: readonly string[];
  readonly hubs?: readonly HubRule[];
}

function writer(writes: readonly string[], { files = [], creates = [], hubs = [] }: World = {}): DeclaredWriter {
  const touches = [...files, ...creates].map((path) => ({
    path: repoPath(path),
    p: 0.9,
    confidence: confidenceOf(0.9),
    evidence: [],
  }));
  const set: TouchSet = { task: taskId('a'), writes: touches, reads: [], creates: creates.map(repoPath), scope: [] };
  const [found] = declaredWriters([aTask('a', { writes })], [set], hubs);
  if (found === undefined) throw new Error('no writer');
  return found;
}

/** Plain paths as spelled, and patterns. */
function parts(writes: readonly string[], world: World = {}) {
  const { plain, wild } = writer(writes, world);
  return { plain: [...plain.values()], wild: wild?.patterns ?? [] };
}

describe('what a task declares', () => {
  it('is nothing when it declares nothing: what it will write is a risk then', () => {
    const tasks = [aTask('a'), aTask('b', { writes: ['x.ts'] })];
    expect(declaredWriters(tasks, [], []).map(({ task }) => task)).toEqual([1]);
  });

  it('is plain paths and patterns', () => {
    expect(parts(['src/a.ts', 'src/**', 'docs/', 'src/[id].ts'])).toEqual({
      plain: ['src/a.ts'],
      wild: ['src/**', 'docs/', 'src/[id].ts'],
    });
  });

  it('finds plain paths in any spelling', () => {
    expect([...writer(['SRC/Caf\u0065\u0301.ts']).plain]).toEqual([['src/caf\u00e9.ts', 'SRC/Caf\u0065\u0301.ts']]);
  });

  it('stays together and in order where a ! takes away', () => {
    expect(parts(['src/a.ts', '!src/**', 'libs', '*.md'])).toEqual({
      plain: [],
      wild: ['src/a.ts', '!src/**', 'libs', 'libs/**', '*.md'],
    });
  });

  it('leaves out hubs that anybody may write', () => {
    const hubs: readonly HubRule[] = [
      { files: ['*-lock.json'], policy: 'regenerate', command: 'npm install' },
      { files: ['db/schema'], policy: 'serialize' },
    ];
    const found = writer(['Package-Lock.json', 'x.ts', 'db/schema', '*.json'], { hubs });
    expect([...found.plain.values()]).toEqual(['x.ts', 'db/schema']);
    expect(['a.json', 'a-lock.json'].filter((path) => found.wild?.matches(path))).toEqual(['a.json']);
  });
});

describe('a plain path means a folder', () => {
  it.each<[string, string, World]>([
    ['when nothing says that it is a file', 'libs/cart', {}],
    ['when the task is only thought to create it', 'libs/cart', { creates: ['libs/cart'] }],
    ['when files below it are known, whatever its name', '.github', { files: ['.github/workflows/ci.yml'] }],
    ['with a version in its name, too', 'docs/v1.2', { files: ['docs/v1.2/index.md'] }],
  ])('%s: %s', (_, path, world) => {
    expect(parts([path], world)).toEqual({ plain: [path], wild: [`${path}/**`] });
  });

  it.each<[string, string, World]>([
    ['when its name has an ending', 'src/a.ts', {}],
    ['when it begins with a dot and nothing is known below it', '.env', {}],
    ['when it is a known file', 'Dockerfile', { files: ['Dockerfile'] }],
    ['when a longer namesake has files', '.git', { files: ['.github/ci.yml'] }],
  ])('but not %s: %s', (_, path, world) => {
    expect(parts([path], world)).toEqual({ plain: [path], wild: [] });
  });
});
