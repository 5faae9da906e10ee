import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitId, type LaneEnd, type LaneOrder } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aRig, type Rig, writeFiles } from './lane-rig.testing.js';

/** A task that worked, and something that was integrated meanwhile. */
async function worked(script: string, integrated: Readonly<Record<string, string>>) {
  const rig = await aRig({ 'a.txt': 'a\n' });
  const first = await rig.lanes.open(rig.order('api', script), rig.handler);
  if (first.end !== 'committed') throw new Error(JSON.stringify(first));
  writeFiles(rig.shop, integrated);
  rig.git('add', '-A');
  rig.git('commit', '-q', '-m', 'Integrated');
  return { rig, work: first.commit, tip: commitId(rig.git('rev-parse', 'HEAD')) };
}

type Again = NonNullable<LaneOrder['again']>;

/** The second attempt, in the place of the first. */
function second(rig: Rig, script: string, rest: Partial<LaneOrder> & { readonly again: Again }): Promise<LaneEnd> {
  const { id } = rig.order('api', '');
  return rig.lanes.open(rig.order('api', script, { id: { ...id, attempt: 2, place: 1 }, ...rest }), rig.handler);
}

function at(rig: Rig, ...path: readonly string[]): string {
  return join(rig.worktrees, ...path);
}

describe('a task that is taken up again', () => {
  const OURS = "fs.writeFileSync('a.txt', 'ours\\n'); fs.writeFileSync('b.txt', 'b\\n')";

  it('finds what is integrated merged into its work, in its own place, with the conflict to resolve', async () => {
    const { rig, work, tip } = await worked(OURS, { 'a.txt': 'theirs\n', 'c.txt': 'c\n' });
    const resolve =
      "if (process.env.BREAKWATER_AGAIN !== 'collision' || !fs.readFileSync('a.txt', 'utf8').includes('<<<<<<<')) process.exit(3);" +
      "fs.writeFileSync('a.txt', 'both\\n')";
    const end = await second(rig, resolve, { base: tip, again: { why: 'collision', commit: work } });
    expect(end).toMatchObject({ end: 'committed', savedByUs: true });
    const commit = end.end === 'committed' ? end.commit : '';
    expect(rig.git('log', '-1', '--format=%P', commit)).toBe(`${work} ${tip}`);
    expect(rig.git('show', `${commit}:a.txt`)).toBe('both');
    expect(rig.git('rev-parse', 'breakwater/7f3a/api', 'breakwater/7f3a/api@2')).toBe(`${work}\n${commit}`);
    expect([existsSync(at(rig, 'api', 'c.txt')), existsSync(at(rig, 'api@2'))]).toEqual([true, false]);
    expect(await rig.lanes.close({ ...rig.order('api', '').id, attempt: 2, place: 1 })).toEqual({ closed: true });
    expect(existsSync(at(rig, 'api'))).toBe(false);
  });

  it('finds files of hubs settled by their policies, and its end names them', async () => {
    const rig = await aRig(
      { 'a.txt': 'a\n', 'x.lock': '0\n' },
      { setting: { settle: (path) => (path === 'x.lock' ? 'ours' : undefined) } },
    );
    const script = "fs.writeFileSync('a.txt', 'ours\\n'); fs.writeFileSync('x.lock', 'ours\\n')";
    const first = await rig.lanes.open(rig.order('api', script), rig.handler);
    if (first.end !== 'committed') throw new Error(JSON.stringify(first));
    writeFiles(rig.shop, { 'a.txt': 'theirs\n', 'x.lock': 'theirs\n' });
    rig.git('commit', '-qam', 'Integrated');
    const tip = commitId(rig.git('rev-parse', 'HEAD'));
    const resolve =
      "if (fs.readFileSync('x.lock', 'utf8') !== 'theirs\\n') process.exit(3); fs.writeFileSync('a.txt', 'both\\n')";
    const end = await second(rig, resolve, { base: tip, again: { why: 'collision', commit: first.commit } });
    expect(end).toMatchObject({ end: 'committed', settled: ['x.lock'] });
    expect(rig.git('diff', '--name-only', tip, end.end === 'committed' ? end.commit : '')).toBe('a.txt');
  });

  it('fails when it leaves conflict markers, and the commit that holds them is not called done', async () => {
    const { rig, work, tip } = await worked(OURS, { 'a.txt': 'theirs\n' });
    expect(await second(rig, '', { base: tip, again: { why: 'collision', commit: work } })).toMatchObject({
      end: 'failed',
      failure: { reason: 'session-failed', message: 'it left conflict markers in a.txt' },
    });
  });

  it('fails when it writes again what it had made before, and it is said that nothing was merged', async () => {
    const ours = "fs.writeFileSync('a.txt', 'ours\\n')";
    const { rig, work, tip } = await worked(ours, { 'a.txt': 'theirs\n' });
    const end = await second(rig, ours, { base: tip, again: { why: 'collision', commit: work } });
    const message = `its merge with ${tip.slice(0, 7)} was not concluded: its files are as it had made them before, and nothing of the other side is in them`;
    expect(end).toMatchObject({ end: 'failed', failure: { reason: 'off-base', message }, commit: work });
  });

  it('fails when its merge cannot be concluded, which is said, and keeps what it made of it', async () => {
    const { rig, work, tip } = await worked(OURS, { 'a.txt': 'theirs\n' });
    const locked =
      "fs.writeFileSync('a.txt', 'both\\n'); fs.writeFileSync(git('rev-parse', '--git-path', 'index.lock').trim(), '')";
    const end = await second(rig, locked, { base: tip, again: { why: 'collision', commit: work } });
    const kept = end.end === 'failed' ? (end.commit ?? '') : '';
    const message = `its merge with ${tip.slice(0, 7)} could not be concluded; what it made of it is kept as ${kept.slice(0, 7)}`;
    expect(end).toMatchObject({ end: 'failed', failure: { reason: 'off-base', message } });
    expect(rig.git('show', `${kept}:a.txt`)).toBe('both');
  });

  it('begins anew from the work that was held when its second try was cut off', async () => {
    const { rig, work, tip } = await worked(OURS, { 'a.txt': 'theirs\n' });
    const again = { why: 'collision', commit: work } as const;
    await second(rig, "fs.writeFileSync('half.txt', ''); process.exit(1)", { base: tip, again });
    writeFileSync(at(rig, 'api', 'left.txt'), 'x');
    const third = rig.order('api', "fs.writeFileSync('a.txt', 'both\\n')", { base: tip, again });
    const end = await rig
      .anew()
      .open({ ...third, id: { ...third.id, attempt: 3, place: 1 }, branch: 'breakwater/7f3a/api@3' }, rig.handler);
    expect(end.end).toBe('committed');
    expect(rig.git('ls-tree', '--name-only', 'breakwater/7f3a/api@3').split('\n')).toEqual(['a.txt', 'b.txt']);
  });

  it('gets a new place when its own is gone, from its work', async () => {
    const { rig, work, tip } = await worked(OURS, { 'c.txt': 'c\n' });
    rmSync(at(rig, 'api'), { recursive: true });
    const end = await second(rig, "fs.writeFileSync('d.txt', '')", { base: tip, again: { why: 'collision', commit: work } });
    expect(end.end).toBe('committed');
    expect(rig.git('ls-tree', '--name-only', 'breakwater/7f3a/api@2').split('\n')).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
  });
});

describe('a session that was cut off', () => {
  it('finds its place as it left it, though a commit keeps what it had not saved', async () => {
    const rig = await aRig();
    await rig.lanes.open(
      rig.order('api', "fs.writeFileSync('b.txt', ''); git('add', '.'); git('commit', '-qm', 'b')"),
      rig.handler,
    );
    writeFileSync(at(rig, 'api', 'a.txt'), 'half\n');
    const order = rig.order('api', '');
    const { commit: kept } = await rig.anew().salvage({ ...order, commitMessage: 'half', keepPlace: true });
    expect(rig.git('show', `${kept}:a.txt`)).toBe('half');
    const again = { why: 'interrupted', commit: commitId(kept ?? '') } as const;
    const see = "if (fs.readFileSync('a.txt', 'utf8') !== 'half\\n') process.exit(3); fs.writeFileSync('a.txt', 'whole\\n')";
    expect(await second(rig, see, { again })).toMatchObject({ end: 'committed', savedByUs: true });
    expect(readFileSync(at(rig, 'api', 'a.txt'), 'utf8')).toBe('whole\n');
    expect(rig.git('log', '--format=%s', `${rig.base}..breakwater/7f3a/api@2`).split('\n')).toEqual(['Work of api', 'b']);
  });
});
