import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { makeRepository } from '../rig/repository.js';
import { ScriptedSessions } from '../rig/scripted-sessions.js';

/** Three tasks that share a database and no file, and one that needs none. */
const TASKS = `tasks:
  - { id: one, brief: Write one.txt, writes: [one.txt], resources: ["db:orders"] }
  - { id: two, brief: Write two.txt, writes: [two.txt], resources: ["db:orders"] }
  - { id: three, brief: Write three.txt, writes: [three.txt], resources: ["db:orders"] }
  - { id: free, brief: Write free.txt, writes: [free.txt] }
`;

function repository(config: string): string {
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': TASKS,
    'breakwater.config.yaml': `concurrency: 4\n${config}claude: { command: ${ScriptedSessions.command} }\n`,
  });
}

const work = (task: string) => ({ write: { [`${task}.txt`]: `${task}\n` }, commit: `Write ${task}` });

const HOLDERS = ['one', 'two', 'three'];

/** The most that held the database at any start. */
function mostAtOnce({ together }: ScriptedSessions): number {
  return Math.max(...together.map((tasks) => tasks.filter((task) => HOLDERS.includes(task)).length));
}

describe('tasks that share a resource', () => {
  it('never work at once, though a lane is free', async () => {
    await using sessions = await ScriptedSessions.begin();
    const run = start(repository('schedule: stream\n'), ['execute'], sessions.environment);
    await sessions.waitFor('one', 'free');
    sessions.finish('free', work('free'));
    await run.said('integrated 1 file');
    expect(sessions.running()).toEqual(['one']);
    for (const holder of HOLDERS) {
      await sessions.waitFor(holder);
      sessions.finish(holder, work(holder));
    }
    expect((await run.ended).code).toBe(0);
    expect([sessions.started.length, mostAtOnce(sessions)]).toEqual([4, 1]);
  });

  it('lie in waves of their own', async () => {
    const { stdout } = await breakwater(repository('schedule: waves\n'), ['plan', '--json']);
    const { waves } = JSON.parse(stdout) as { readonly waves: readonly (readonly string[])[] };
    expect(waves.map((wave) => wave.filter((task) => task !== 'free'))).toEqual([['one'], ['two'], ['three']]);
  });

  it('work at once as far as its capacity goes, and no further', async () => {
    await using sessions = await ScriptedSessions.begin();
    const config = 'schedule: stream\nresources: { "db:orders": { capacity: 2 } }\n';
    const run = start(repository(config), ['execute'], sessions.environment);
    await sessions.waitFor('one', 'two', 'free');
    sessions.finish('free', work('free'));
    await run.said('integrated 1 file');
    expect(sessions.running()).toEqual(['one', 'two']);
    sessions.finishAll();
    expect((await run.ended).code).toBe(0);
    expect([sessions.started.length, mostAtOnce(sessions)]).toEqual([4, 2]);
  });
});
