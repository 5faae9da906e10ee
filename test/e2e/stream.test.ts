import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { fingerprint, makeRepository } from '../rig/repository.js';
import { ScriptedSessions } from '../rig/scripted-sessions.js';

const TASKS = `tasks:
  - { id: slow, brief: Write slow.txt, writes: [slow.txt] }
  - { id: quick, brief: Write quick.txt, writes: [quick.txt] }
  - { id: rival, brief: Write quick.txt too, writes: [quick.txt] }
  - { id: next, brief: Write next.txt, writes: [next.txt], dependsOn: [quick] }
`;

function repository(): string {
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': TASKS,
    'breakwater.config.yaml': `schedule: stream\nclaude: { command: ${ScriptedSessions.command} }\n`,
  });
}

interface StatusDocument {
  readonly run: string;
  readonly schedule: string;
  readonly tasks: readonly { readonly id: string; readonly attempts: number; readonly state: { readonly state: string } }[];
}

async function statusOf(root: string): Promise<StatusDocument> {
  return JSON.parse((await breakwater(root, ['status', '--json'])).stdout) as StatusDocument;
}

checkRecordedRuns();

describe('execute as a stream', () => {
  it('starts each task when what blocks it is integrated, not when a wave is over, and leaves the checkout alone', async () => {
    await using sessions = await ScriptedSessions.begin();
    const root = repository();
    const before = fingerprint(root);
    const run = start(root, ['execute'], sessions.environment);
    await sessions.waitFor('slow', 'quick');
    expect(sessions.running()).toEqual(['quick', 'slow']);
    sessions.finish('quick', { write: { 'quick.txt': 'one\n' }, commit: 'Write quick' });
    await sessions.waitFor('next', 'rival');
    expect(sessions.running()).toEqual(['next', 'rival', 'slow']);
    sessions.finish('rival', { write: { 'quick.txt': 'one\ntwo\n' }, commit: 'Write more' });
    sessions.finish('next', { write: { 'next.txt': 'next\n' }, commit: 'Write next' });
    sessions.finish('slow', { write: { 'slow.txt': 'slow\n' }, commit: 'Write slow' });
    expect((await run.ended).code).toBe(0);
    const status = await statusOf(root);
    expect(status.schedule).toBe('stream');
    expect(status.tasks.map(({ state }) => state.state)).toEqual(['integrated', 'integrated', 'integrated', 'integrated']);
    expect(git(root, 'show', `breakwater/${status.run}/integration:quick.txt`)).toBe('one\ntwo');
    expect(fingerprint(root)).toEqual(before);
  });

  it('killed and resumed, comes to the same tree: the interrupted task has its turn before its rival', async () => {
    await using sessions = await ScriptedSessions.begin();
    const root = repository();
    const run = start(root, ['execute'], sessions.environment);
    await sessions.waitFor('slow', 'quick');
    sessions.finish('slow', { write: { 'slow.txt': 'slow\n' }, commit: 'Write slow' });
    await run.said('integrated 1 file');
    run.process.kill('SIGKILL');
    await run.ended;
    const again = start(root, ['resume'], sessions.environment);
    await again.said('goes on where it was interrupted');
    await sessions.waitFor('quick');
    expect(sessions.running()).toEqual(['quick']);
    sessions.finish('quick', { write: { 'quick.txt': 'one\n' }, commit: 'Write quick' });
    await sessions.waitFor('rival', 'next');
    sessions.finish('rival', { write: { 'quick.txt': 'one\ntwo\n' }, commit: 'Write more' });
    sessions.finish('next', { write: { 'next.txt': 'next\n' }, commit: 'Write next' });
    expect((await again.ended).code).toBe(0);
    const status = await statusOf(root);
    expect(status.tasks.map(({ id, attempts }) => `${id} ${attempts}`).sort()).toEqual([
      'next 1',
      'quick 2',
      'rival 1',
      'slow 1',
    ]);
    expect(git(root, 'show', `breakwater/${status.run}/integration:quick.txt`)).toBe('one\ntwo');
  });
});
