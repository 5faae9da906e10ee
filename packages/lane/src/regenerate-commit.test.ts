import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitId, type RegenerateOrder } from '@breakwater/model';
import { describe, expect, test } from 'vitest';
import { aRig, type Rig, writeFiles } from './lane-rig.testing.js';

const RULES = [{ files: ['gen.txt'], command: 'ls src > gen.txt; echo x > beside.txt' }];

/** A commit upon what is there. */
function committed(rig: Rig, files: Readonly<Record<string, string>>) {
  writeFiles(rig.shop, files);
  rig.git('add', '-A');
  rig.git('commit', '-q', '-m', 'Merge');
  return commitId(rig.git('rev-parse', 'HEAD'));
}

function anOrder(rig: Rig, head: string, rest: Partial<RegenerateOrder> = {}): RegenerateOrder {
  const { commands: _, ...order } = rig.verifyOrder(head, []);
  return { ...order, rules: RULES, ...rest };
}

describe('regenerate', () => {
  test('answers the merge with what the command made of its files, and names what else it changed', async () => {
    const rig = await aRig({ 'src/a': '', 'gen.txt': 'a\n' });
    const head = committed(rig, { 'src/b': '' });
    const before = rig.fingerprint();
    const end = await rig.lanes.regenerate(anOrder(rig, head), rig.handler);
    if (end.end !== 'made') throw new Error(JSON.stringify(end));
    expect(end.left).toEqual(['beside.txt']);
    expect(rig.git('show', `${end.commit}:gen.txt`)).toBe('a\nb');
    expect(rig.git('log', '-1', '--format=%P %s', end.commit)).toBe(`${rig.base} Merge`);
    expect(rig.fingerprint()).toEqual(before);
    const verified = await rig.lanes.verify(
      rig.verifyOrder(end.commit, ['test -e gen.txt && test ! -e beside.txt']),
      rig.handler,
    );
    expect(verified.end).toBe('passed');
  });

  test('keeps what the command of each rule made, also where another rule leaves that file out', async () => {
    const rig = await aRig({ 'gen.txt': '', 'own.txt': '' });
    const rules = [
      { files: ['own.txt'], command: 'echo own > own.txt' },
      { files: ['*.txt', '!own.txt'], command: 'echo made > gen.txt' },
    ];
    const end = await rig.lanes.regenerate(anOrder(rig, rig.base, { rules }), rig.handler);
    if (end.end !== 'made') throw new Error(JSON.stringify(end));
    expect([rig.git('show', `${end.commit}:own.txt`), rig.git('show', `${end.commit}:gen.txt`), end.left]).toEqual([
      'own',
      'made',
      [],
    ]);
  });

  test('gives the output of a command that fails', async () => {
    const rig = await aRig();
    const rules = [{ files: ['gen.txt'], command: 'echo no such thing; exit 3' }];
    expect(await rig.lanes.regenerate(anOrder(rig, rig.base, { rules }), rig.handler)).toEqual({
      end: 'failed',
      failure: {
        reason: 'verify',
        command: 'echo no such thing; exit 3',
        exitCode: 3,
        tail: 'no such thing',
        makes: ['gen.txt'],
      },
    });
  });

  test('with the lockfile among its files, prepares for the base, and anew for what comes next', async () => {
    const rig = await aRig({ 'package.json': '{}', 'package-lock.json': '{"old":1}\n' });
    const head = committed(rig, { 'package.json': '{"merged":1}' });
    const log = join(rig.worktrees, 'prepared');
    const prepare = [`cat package.json >> ${log}`];
    const rules = [{ files: ['package-lock.json'], command: 'cat package.json > package-lock.json' }];
    const end = await rig.lanes.regenerate(anOrder(rig, head, { rules, prepare }), rig.handler);
    if (end.end !== 'made') throw new Error(JSON.stringify(end));
    expect(rig.git('show', `${end.commit}:package-lock.json`)).toBe('{"merged":1}');
    await rig.lanes.verify(rig.verifyOrder(end.commit, ['true'], { prepare }), rig.handler);
    expect(readFileSync(log, 'utf8')).toBe('{}{"merged":1}');
  });

  test('is stopped with everything it started', async () => {
    const rig = await aRig();
    const rules = [{ files: ['gen.txt'], command: 'touch up; sleep 60' }];
    const end = rig.lanes.regenerate(anOrder(rig, rig.base, { rules }), rig.handler);
    await expect.poll(() => existsSync(join(rig.worktrees, '.verify/up')), { timeout: 10_000 }).toBe(true);
    await rig.lanes.stop(anOrder(rig, rig.base).run);
    expect(await end).toEqual({ end: 'stopped' });
  });
});
