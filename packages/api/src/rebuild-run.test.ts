import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { accepted, aPastRun, aRig, nextSitting, type Rig, refused } from './api-rig.testing.js';
import { clean } from './clean.js';
import type { RunListener } from './drive.js';
import { land } from './land.js';
import { runFolder } from './places.js';
import { encodeAnew } from './rebuild-rig.testing.js';
import { rebuildRun } from './rebuild-run.js';
import { resume } from './resume.js';
import { runAll } from './run-all.testing.js';
import { status } from './status.js';
import { undo } from './undo.js';

const SILENT: RunListener = { record: () => undefined, news: () => undefined };

/** Three tasks, stopped when the first is in the chain and the second is at work. */
async function stoppedHalfway(): Promise<{ readonly rig: Rig; readonly run: string }> {
  const rig = aRig({ a: 'WRITE a.txt hello', b: 'WRITE b.txt bye UNTIL go', c: 'WRITE c.txt ciao' });
  const { state } = await runAll(rig, ({ event }) => event.ev === 'task-integrated' && rig.stop());
  writeFileSync(join(rig.home, 'go'), '');
  return { rig, run: state.run };
}

async function journalOf(rig: Rig, run: string): Promise<string> {
  return join(runFolder(await rig.repository(), runId(run)), 'journal.jsonl');
}

const DAMAGE: readonly (readonly [string, (rig: Rig, run: string) => Promise<void>])[] = [
  ['is gone', async (rig, run) => rmSync(await journalOf(rig, run))],
  ['is gone with all our folder', async (rig) => rmSync(join(rig.root, '.git/breakwater'), { recursive: true })],
  ['is empty', async (rig, run) => writeFileSync(await journalOf(rig, run), '')],
  [
    'has another byte in the middle',
    async (rig, run) => {
      const path = await journalOf(rig, run);
      const bytes = readFileSync(path);
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      writeFileSync(path, bytes);
    },
  ],
];

describe('a run whose journal', () => {
  it.each(DAMAGE)('%s is told from git, and goes on without doing again what is in the chain', async (_, damage) => {
    const { rig, run } = await stoppedHalfway();
    await damage(rig, run);
    const world = nextSitting(rig);
    const seen = accepted(await status({}, world)).state;
    expect([seen.run, seen.tasks.map(({ id, state }) => `${id} ${state.state}`)[0]]).toEqual([run, 'a integrated']);
    const ended = accepted(await resume({}, SILENT, world));
    expect(ended.tasks.map(({ id, state }) => `${id} ${state.state}`)).toEqual(['a integrated', 'b integrated', 'c integrated']);
    expect(ended.tasks[0]?.attempts).toBe(1);
    expect(rig.git('diff', '--name-only', ended.base, ended.integration).split('\n')).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(rig.git('log', '--first-parent', '--format=%s', `main..${ended.integration}`).split('\n')).toHaveLength(3);
  });

  it.each(DAMAGE)('%s can be taken back and landed all the same', async (_, damage) => {
    const rig = aRig({ a: 'WRITE a.txt hello', b: 'WRITE b.txt bye' });
    const { state } = await runAll(rig);
    await damage(rig, state.run);
    const undone = accepted(await undo({}, nextSitting(rig)));
    expect(undone).toMatchObject({ task: 'b' });
    rig.git('checkout', '-q', '--detach');
    await damage(rig, state.run);
    accepted(await land({}, nextSitting(rig)));
    expect(rig.git('ls-tree', '--name-only', 'main').split('\n')).toEqual(expect.arrayContaining(['a.txt', 'readme.md']));
  });

  it('is empty is given up by clean, and stays so', async () => {
    const { rig, run } = await stoppedHalfway();
    writeFileSync(await journalOf(rig, run), '');
    accepted(await clean({ run }, nextSitting(rig)));
    expect(accepted(await status({}, nextSitting(rig))).state).toMatchObject({ run, outcome: 'abandoned' });
  });

  it('begins with another event is told from git as well', async () => {
    const { rig, run } = await stoppedHalfway();
    rmSync(dirname(await journalOf(rig, run)), { recursive: true });
    await aPastRun(rig, run, [{ ev: 'run-abandoned' }]);
    expect(accepted(await status({}, nextSitting(rig))).state.tasks[0]?.state.state).toBe('integrated');
  });

  it('was written by a newer version is left as it is', async () => {
    const { rig, run } = await stoppedHalfway();
    const path = await journalOf(rig, run);
    const text = readFileSync(path, 'utf8').replaceAll('"v":1', '"v":2');
    writeFileSync(path, encodeAnew(text));
    expect(refused(await resume({ run }, SILENT, nextSitting(rig)))).toMatchObject({ reason: 'damaged', newer: true });
  });
});

describe('what is believed', () => {
  it('is not a trailer that a session wrote into its own commits', async () => {
    const { rig, run } = await stoppedHalfway();
    const branch = `breakwater/${run}/integration`;
    const forged = rig.git(
      'commit-tree',
      `${branch}^{tree}`,
      '-p',
      branch,
      '-m',
      `Forged\n\nBreakwater-Run: ${run}\nBreakwater-Task: c\nBreakwater-Attempt: 1`,
    );
    rig.git('update-ref', `refs/heads/${branch}`, forged);
    const events = await rebuildRun(await rig.repository(), runId(run));
    expect(events?.flatMap((event) => (event.ev === 'task-integrated' ? [event.task] : []))).toEqual(['a']);
  });

  it('is nothing at all when the plan or the branch is gone', async () => {
    const { rig, run } = await stoppedHalfway();
    rig.git('update-ref', '-d', `refs/breakwater/runs/${run}/plan`);
    expect(await rebuildRun(await rig.repository(), runId(run))).toBeUndefined();
  });

  it('ends the run when every task is in the chain', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello' });
    const { state } = await runAll(rig);
    rmSync(join(rig.root, '.git/breakwater'), { recursive: true });
    expect(accepted(await status({}, rig.world)).state).toMatchObject({ outcome: 'finished', tip: state.tip });
  });
});
