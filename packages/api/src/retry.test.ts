import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted, aRig, nextSitting, refused } from './api-rig.testing.js';
import type { RunListener } from './drive.js';
import { resume } from './resume.js';
import { retry } from './retry.js';
import { runAll } from './run-all.testing.js';
import { undo } from './undo.js';

const SILENT: RunListener = { record: () => undefined, news: () => undefined };

/** a works, b does once there is a file, c waits for b. */
function aRigThatFails() {
  const tasks = `tasks:
  - { id: a, brief: "WRITE a.txt a", writes: [a.txt] }
  - { id: b, brief: "WRITE b.txt b", writes: [b.txt], verify: ["test -e $HOME/mended"] }
  - { id: c, brief: "WRITE c.txt c", writes: [c.txt], dependsOn: [b] }
`;
  return aRig({}, { 'breakwater.tasks.yaml': tasks });
}

describe('retry', () => {
  it('runs a failed task again on the tip as it is now, with what it blocked, and the run goes on to its end', async () => {
    const rig = aRigThatFails();
    const { state } = await runAll(rig);
    expect(state.tasks.map((task) => task.state.state)).toEqual(['integrated', 'failed', 'blocked']);
    writeFileSync(join(rig.home, 'mended'), '');
    const ended = accepted(await retry('b', {}, SILENT, nextSitting(rig)));
    expect(ended.tasks.map((task) => [task.id, task.state.state, task.attempts])).toEqual([
      ['a', 'integrated', 1],
      ['b', 'integrated', 2],
      ['c', 'integrated', 1],
    ]);
    expect(rig.git('diff', '--name-only', state.base, state.integration).split('\n')).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(rig.git('rev-parse', `breakwater/${state.run}/b@2~1`)).toBe(state.tip);
    expect(ended.outcome).toBe('finished');
    expect(rig.git('rev-parse', '--verify', `breakwater/${state.run}/b`)).not.toBe('');
  });

  it('runs a task again that was taken back, and is not undone a second time by it', async () => {
    const rig = aRig({ a: 'WRITE a.txt a', b: 'WRITE b.txt b' });
    const { state } = await runAll(rig);
    accepted(await undo({}, rig.world));
    const ended = accepted(await retry('b', {}, SILENT, nextSitting(rig)));
    expect(ended.tasks.map((task) => task.state.state)).toEqual(['integrated', 'integrated']);
    expect(ended.chain.map((one) => one.task)).toEqual(['a', 'b']);
    expect(rig.git('rev-parse', state.integration)).toBe(ended.tip);
    expect(refused(await resume({}, SILENT, rig.world))).toMatchObject({ reason: 'run-finished' });
  });

  it('refuses what cannot be tried again, each with what to do', async () => {
    const rig = aRigThatFails();
    await runAll(rig);
    expect(refused(await retry('a', {}, SILENT, rig.world))).toMatchObject({
      code: 'E_RETRY',
      hint: 'Take it back first: breakwater undo',
    });
    expect(refused(await retry('c', {}, SILENT, rig.world))).toMatchObject({ hint: 'Try what it needs: breakwater retry b' });
    expect(refused(await retry('x', {}, SILENT, rig.world))).toMatchObject({ diagnostics: [{ hint: 'The tasks are: a, b, c' }] });
  });
});
