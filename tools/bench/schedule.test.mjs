import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { brokenProject, brokenStream, brokenWaves } from './verify.mjs';

const project = { id: 'p', cap: [2], dur: [0, 2, 3, 0], req: [[0], [2], [1], [0]], succ: [[1, 2], [3], [3], []], best: 5 };
const waves = {
  id: 'w',
  n: 4,
  cap: 2,
  preds: [[], [0], [], []],
  conflicts: [[], [], [], [2]],
  pools: [],
  est: [5, 6, 7, 8],
  best: 2,
};
const commits = { id: 'c', n: 3, files: [[1], [1, 2], [3]], preds: [[], [], [0]], dur: [10, 20, 30] };

const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function run(files, ...flags) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  folders.push(folder);
  for (const [name, document] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(document));
  return spawnSync(process.execPath, [join(import.meta.dirname, 'schedule.mjs'), folder, ...flags], { encoding: 'utf8' });
}

describe('the bench', () => {
  it('knows the three formats by their fields, and says nothing about other files', () => {
    const files = {
      'p.json': { instances: [project] },
      'w.json': [waves],
      'c.json': { instances: [commits] },
      'x.json': { instances: [] },
    };
    const { stdout, status } = run(files, '--json', '--effort', 'low');
    const { effort, lines } = JSON.parse(stdout);
    expect([status, effort]).toEqual([0, 'low']);
    const shown = lines.map(({ file, group, atBest, atBound, broken }) => [file, group, atBest, atBound, broken]);
    expect(shown).toEqual([
      ['c', 'n=3 cap=3', null, 1, 0],
      ['c', 'n=3 cap=5', null, 1, 0],
      ['c', 'n=3 cap=10', null, 1, 0],
      ['c', 'n=3 cap=none', null, 1, 0],
      ['p', '', 1, 0, 0],
      ['w', '', 1, 1, 0],
    ]);
  });

  it('prints a line for each group of rows', () => {
    const { stdout } = run({ 'w.json': [waves] });
    expect(stdout.split('\n')[1]).toMatch(/^w +1 +100\.0 % +\+0 +100\.0 % /);
  });

  it('says what it needs', () => {
    const { stderr, status } = run({}, '--effort', 'utmost');
    expect([status, stderr]).toEqual([2, 'error: effort is utmost; write low, default, more or high\n']);
  });
});

describe('a schedule that breaks its instance is found', () => {
  it('in waves', () => {
    expect(brokenWaves(waves, 2, [0, 1, 0, 1])).toEqual([]);
    expect(brokenWaves(waves, 2, [1, 0, 0, 1])).toEqual(['1 is not after 0']);
    expect(brokenWaves(waves, 2, [0, 1, 2, 2])).toEqual(['2 and 3 are together']);
    expect(brokenWaves(waves, 1, [0, 1, 0, 2])).toEqual(['too much at once: 0, 2']);
    const pooled = { ...waves, pools: [{ cap: 1, d: [1, 0, 1, 0] }] };
    expect(brokenWaves(pooled, 2, [0, 1, 0, 1])).toEqual(['too much at once: 0, 2']);
  });

  it('in streams', () => {
    expect(brokenStream(commits, 2, [0, 10, 10])).toEqual([]);
    expect(brokenStream(commits, 2, [0, 5, 10])).toEqual(['0 and 1 run together']);
    expect(brokenStream(commits, 2, [0, 10, 5])).toEqual(['2 is not after 0']);
    expect(brokenStream(commits, 1, [0, 10, 30])).toEqual([]);
    expect(brokenStream(commits, 1, [0, 10, 29])).toEqual(['too much at once: 1, 2']);
  });

  it('in projects', () => {
    expect(brokenProject(project, [0, 0, 2, 5])).toEqual([]);
    expect(brokenProject(project, [0, 0, 0, 3])).toEqual(['too much at minute 0', 'too much at minute 1']);
    expect(brokenProject(project, [0, 0, 2, 4])).toEqual(['3 is not after 2']);
  });
});
