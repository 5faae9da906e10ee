import { runId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { writeFiles } from '../../../test/rig/repository.js';
import { accepted, aPastRun, aRig, FINISHED, refused, started } from './api-rig.testing.js';
import { logs } from './logs.js';
import { runFolder } from './places.js';

async function rigWithLogs(...names: readonly string[]) {
  const rig = aRig({ a: 'x' });
  await aPastRun(rig, 'aaaa', [started('aaaa', ['a', 'a.b', 'c']), FINISHED]);
  const folder = runFolder(await rig.repository(), runId('aaaa'));
  writeFiles(folder, Object.fromEntries(names.map((name) => [`logs/${name}`, `text of ${name}\n`])));
  const namesOf = async (task: string) =>
    accepted(await logs(task, {}, rig.world)).logs.map(({ file }) => file.slice(`${folder}/logs/`.length));
  return { rig, namesOf };
}

it('answers what a task wrote, attempt by attempt', async () => {
  const { rig, namesOf } = await rigWithLogs(
    'a@10.session.log',
    'a@2.session.log',
    'a.verify.log',
    'a.prepare.log',
    'a.session.log',
  );
  expect(await namesOf('a')).toEqual(['a.prepare.log', 'a.session.log', 'a.verify.log', 'a@2.session.log', 'a@10.session.log']);
  expect(accepted(await logs('a', { run: 'aaaa' }, rig.world)).logs[0]?.text).toBe('text of a.prepare.log\n');
});

it('does not take the logs of a task whose id begins alike', async () => {
  const { namesOf } = await rigWithLogs('a.session.log', 'a.b.session.log', 'a.b@2.session.log', 'ab.session.log');
  expect([await namesOf('a'), await namesOf('a.b')]).toEqual([['a.session.log'], ['a.b.session.log', 'a.b@2.session.log']]);
});

it('answers nothing for a task that has not begun, also when there is no folder of logs yet', async () => {
  const { namesOf } = await rigWithLogs();
  expect(await namesOf('c')).toEqual([]);
});

it('names the tasks there are when one is not known', async () => {
  const { rig } = await rigWithLogs();
  expect(refused(await logs('../../journal', {}, rig.world))).toMatchObject({
    reason: 'bad-input',
    diagnostics: [
      { code: 'E_TASK_UNKNOWN', message: 'there is no task "../../journal" in run aaaa', hint: 'The tasks are: a, a.b, c' },
    ],
  });
});
