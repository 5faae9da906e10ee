import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MARKER } from '@breakwater/session';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../test/rig/repository.js';
import { accepted, aPastRun, aRig, FINISHED, INTERRUPTED, type Rig, refused, started } from './api-rig.testing.js';
import { type ExecuteOptions, execute, preflight } from './execute.js';
import { holdLock } from './hold-lock.js';
import { plan } from './plan.js';
import { runAll } from './run-all.testing.js';

async function refusal(rig: Rig, options: ExecuteOptions = {}, world = rig.world) {
  return refused(await preflight(accepted(await plan({}, world)), options, world));
}

describe('preflight', () => {
  it('answers the runner, a description for a person, and the budget of the configuration', async () => {
    const rig = aRig({ a: 'WRITE a.txt a' });
    const runner = { kind: 'command', command: ['node', 'agent.cjs'] };
    const planned = accepted(await plan({}, rig.world));
    const protection = { fence: 'open', guard: 'at-the-end' };
    const found = { runner, description: 'node agent.cjs', warnings: [], protection, review: 'none', isolation: 'worktree' };
    expect(accepted(await preflight(planned, {}, rig.world))).toEqual(found);
    const limited = { ...planned, config: { ...planned.config, budget: { usd: 5, perTask: {} } } };
    expect(accepted(await preflight(limited, {}, rig.world)).budgetUsd).toBe(5);
    expect(accepted(await preflight(limited, { budgetUsd: 2 }, rig.world)).budgetUsd).toBe(2);
  });

  it('lets sessions work in clones when asked, and refuses where a clone would miss something', async () => {
    const rig = aRig({ a: 'x' });
    const planned = accepted(await plan({}, rig.world));
    const chosen = accepted(await preflight(planned, { isolation: 'clone' }, rig.world));
    expect([chosen.isolation, chosen.protection.isolation]).toEqual(['clone', 'clone']);
    rig.git('sparse-checkout', 'set', 'docs');
    expect(refused(await preflight(planned, { isolation: 'clone' }, rig.world))).toMatchObject({ code: 'E_ISOLATION_CLONE' });
    expect(accepted(await preflight(planned, {}, rig.world)).isolation).toBe('worktree');
  });

  it('refuses inside a session of a run, whatever else is wrong', async () => {
    const rig = aRig({ a: 'x' });
    await rig.repository().then((repository) => holdLock(repository, '7f3a', rig.world));
    const world = { ...rig.world, environment: { ...rig.world.environment, [MARKER]: '7f3a/a/1' } };
    expect(await refusal(rig, {}, world)).toMatchObject({ reason: 'repository-refused', code: 'E_NESTED_RUN' });
  });

  it('refuses a runner that is not there: no program, no Claude Code, no command configured, no prepared edits', async () => {
    const rig = aRig({ a: 'x' });
    const gone = { kind: 'command', command: ['no-such-program'] } as const;
    expect(await refusal(rig, { runner: gone })).toMatchObject({ reason: 'environment', code: 'E_RUNNER_MISSING' });
    const edits = { kind: 'rehearsal', edits: 'no-such-folder' } as const;
    expect(await refusal(rig, { runner: edits })).toMatchObject({ reason: 'environment', code: 'E_EDITS_MISSING' });
    rig.write({ 'breakwater.config.yaml': 'claude: { command: no-such-claude }\n' });
    expect(await refusal(rig)).toMatchObject({ reason: 'environment', code: 'E_CLAUDE_MISSING' });
    expect(await refusal(rig, { runnerKind: 'claude' })).toMatchObject({ code: 'E_CLAUDE_MISSING' });
    expect(await refusal(rig, { runnerKind: 'command' })).toMatchObject({ reason: 'usage' });
  });

  it('refuses while another orchestrator lives, and names it', async () => {
    const rig = aRig({ a: 'x' });
    accepted(await holdLock(await rig.repository(), '7f3a', rig.world));
    expect(await refusal(rig)).toMatchObject({ reason: 'locked', owner: { run: '7f3a', pid: process.pid } });
  });

  it.each([
    ['that was killed', []],
    ['that was interrupted', [INTERRUPTED]],
  ])('refuses while there is a run %s, also when a newer one has finished', async (_, events) => {
    const rig = aRig({ a: 'x' });
    await aPastRun(rig, 'aaaa', [started('aaaa'), ...events]);
    await aPastRun(rig, 'bbbb', [started('bbbb'), FINISHED], '2026-02-02');
    expect(await refusal(rig)).toEqual({ reason: 'run-unfinished', run: 'aaaa' });
  });

  it('is not bothered by runs that ended', async () => {
    const rig = aRig({ a: 'x' });
    await aPastRun(rig, 'aaaa', [started('aaaa'), { ev: 'run-abandoned' }]);
    await aPastRun(rig, 'bbbb', [started('bbbb'), FINISHED]);
    expect((await preflight(accepted(await plan({}, rig.world)), {}, rig.world)).ok).toBe(true);
  });

  it('refuses a folder for worktrees inside the repository', async () => {
    const command = 'runner: { kind: command, command: [node] }\n';
    const rig = aRig({ a: 'x' }, { 'breakwater.config.yaml': `worktrees: { directory: trees }\n${command}` });
    expect(await refusal(rig)).toMatchObject({ reason: 'repository-refused', code: 'E_WORKTREE_ROOT' });
  });

  it('refuses when a branch stands where the branches of a run would go', async () => {
    const rig = aRig({ a: 'x' });
    rig.git('branch', 'breakwater');
    expect(await refusal(rig)).toMatchObject({ reason: 'repository-refused', code: 'E_BRANCH_TAKEN' });
  });
});

describe('execute', () => {
  it('runs every task, integrates what held, and leaves the user where they were', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello', b: 'FAIL', c: 'WRITE c.txt bye' });
    const before = fingerprint(rig.root);
    const { state, records } = await runAll(rig);
    expect(state.tasks.map((task) => [task.id, task.state.state])).toEqual([
      ['a', 'integrated'],
      ['b', 'failed'],
      ['c', 'integrated'],
    ]);
    expect(rig.git('ls-tree', '--name-only', state.integration).split('\n')).toEqual(
      expect.arrayContaining(['a.txt', 'c.txt', 'readme.md']),
    );
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, n) => n + (records[0]?.seq ?? 0)));
    expect([records[0]?.event.ev, records.at(-1)?.event.ev]).toEqual(['run-started', 'run-finished']);
    const refs = rig.git('for-each-ref', '--format=%(refname)', 'refs/breakwater').split('\n');
    const kept = ['base', 'plan', 'task/a/1', 'task/c/1'];
    expect(refs).toEqual(kept.map((name) => `refs/breakwater/runs/${state.run}/${name}`));
    expect(rig.git('rev-parse', refs[0]!)).toBe(state.base);
    const logs = readdirSync(join(rig.root, '.git/breakwater/runs', state.run, 'logs'));
    expect(logs).toEqual(['a', 'b', 'c'].map((task) => `${task}.session.log`));
    expect(fingerprint(rig.root)).toEqual(before);
    expect(await (await rig.repository()).lockOwner()).toBe(undefined);
  });

  it('takes a longer run id when the first one is taken by a branch of the user', async () => {
    const rig = aRig({});
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, brief: WRITE a.txt a }]\n' });
    rig.git('branch', 'breakwater/0000/mine');
    const { state } = await runAll(rig);
    expect(state.run).toBe('00001');
    expect(rig.git('branch', '--list', 'breakwater/0000/*').trim()).toBe('breakwater/0000/mine');
  });

  it('tells its listener each record with the state before and after, and what happens between', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello' });
    const planned = accepted(await plan({}, rig.world));
    const ready = accepted(await preflight(planned, {}, rig.world));
    const seen: string[] = [];
    const phases: string[] = [];
    const listener: Parameters<typeof execute>[2] = {
      record: (record, before, after) => {
        const [was, is] = [before, after].map((state) => state?.tasks[0]?.state.state ?? 'nothing');
        if (was !== is) seen.push(`${record.event.ev}: ${was} -> ${is}`);
      },
      news: ({ news }) => news.kind === 'phase' && phases.push(news.phase),
    };
    await execute(planned, ready, listener, rig.world);
    expect(seen).toEqual([
      'run-started: nothing -> pending',
      'task-started: pending -> running',
      'task-committed: running -> committed',
      'task-verified: committed -> verified',
      'task-integrated: verified -> integrated',
    ]);
    expect(phases.slice(0, 4)).toEqual(['open', 'prepare', 'session', 'save']);
  });
});
