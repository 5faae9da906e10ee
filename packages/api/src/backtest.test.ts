import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted, aRig, type Rig, refused } from './api-rig.testing.js';
import { backtest } from './backtest.js';

/** Commits `n` changes of one author, each of the file its message names; every third names a file that the one before changed. */
function withHistory(rig: Rig, n: number): Rig {
  rig.write(Object.fromEntries(Array.from({ length: n }, (_, i) => [`src/part${i}.ts`, `export const part${i} = ${i};\n`])));
  rig.git('add', '-A');
  rig.git('commit', '-qm', 'Begin');
  for (let i = 0; i < n; i += 1) {
    const part = i % 3 === 2 ? i - 1 : i;
    rig.write({ [`src/part${part}.ts`]: `export const part${part} = ${100 + i};\n` });
    rig.git('commit', '-qam', `Correct src/part${part}.ts (#${i})`);
  }
  return rig;
}

describe('a backtest', () => {
  it('plans commits as if they were tasks and compares with what they changed', async () => {
    const rig = withHistory(aRig({}), 24);
    const before = rig.git('status', '--porcelain', '--branch');
    const seen: string[] = [];
    const { backtest: found } = accepted(await backtest({ onProgress: (done, of) => seen.push(`${done}/${of}`) }, rig.world));
    expect(found).toMatchObject({
      schema: 'breakwater/backtest@1',
      concurrency: 3,
      plans: { oneAuthor: 2, anybody: 0, tasks: 24 },
      pairs: { all: 2 * 66, conflicting: 8 },
      enough: false,
      files: { recallAt10: { value: 1 } },
      present: 2,
    });
    expect(found.points.map(({ caution }) => caution)).toEqual(['fast', 'balanced', 'balanced', 'balanced', 'careful']);
    expect(found.listedCollisions.value).toBeGreaterThan(found.points[4]?.collisions.value ?? Number.NaN);
    expect(seen).toEqual(['0/2', '1/2', '2/2']);
    expect(rig.git('status', '--porcelain', '--branch')).toBe(before);
  });

  it('of a history without a whole plan has nothing to say, and changes nothing when asked to write', async () => {
    const rig = withHistory(aRig({}), 5);
    const config = readFileSync(join(rig.root, 'breakwater.config.yaml'), 'utf8');
    const found = accepted(await backtest({ write: true }, rig.world));
    expect(found).toMatchObject({ backtest: { plans: { oneAuthor: 0, anybody: 0, tasks: 0 }, points: [] } });
    expect(found).not.toHaveProperty('wrote');
    expect(readFileSync(join(rig.root, 'breakwater.config.yaml'), 'utf8')).toBe(config);
  });

  it('asked to stop answers with what it has', async () => {
    const rig = withHistory(aRig({}), 24);
    const found = accepted(await backtest({ onProgress: (done) => done === 1 && rig.stop() }, rig.world));
    expect(found.backtest.plans).toEqual({ oneAuthor: 1, anybody: 0, tasks: 12 });
  });

  it('sets what is recommended when asked to, and leaves the rest of the configuration', async () => {
    const rig = withHistory(aRig({}, { 'breakwater.config.yaml': '# ours\ncaution: fast\n' }), 120);
    const { backtest: found, wrote } = accepted(await backtest({ write: true, concurrency: 12 }, rig.world));
    const better = found.points[found.recommended ?? -1];
    expect(better?.cost.value).toBeLessThan(found.points[found.present]?.cost.value ?? 0);
    expect(wrote).toBe('breakwater.config.yaml');
    expect(readFileSync(join(rig.root, 'breakwater.config.yaml'), 'utf8')).toBe(
      `# ours\ncaution: ${better?.caution}\nthreshold: ${better?.threshold}\n`,
    );
    // So many commits and plans take a loaded machine longer than other tests.
  }, 60_000);

  it('refuses a configuration with faults before it measures anything', async () => {
    const rig = aRig({}, { 'breakwater.config.yaml': 'caution: bold\n' });
    expect(refused(await backtest({}, rig.world))).toMatchObject({ reason: 'bad-input' });
  });
});
