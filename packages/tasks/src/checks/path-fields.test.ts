import { expect, test } from 'vitest';
import { checkTasks, marked, tasksFile } from '../worlds.testing.js';
import { pathFields } from './path-fields.js';

const HINT = 'Write it relative to the top folder of the repository, for example: apps/api/src/**';

test('paths are looked at in scope, writes and reads, each at its place', () => {
  const { text, places } = marked(
    tasksFile('a, scope: [«../x»], writes: [ok/**, «/etc/x»], reads: [«.git/config»]', 'b, writes: [ok]'),
  );
  expect(checkTasks(pathFields, text)).toEqual([
    {
      severity: 'error',
      code: 'E_PATH_OUTSIDE',
      message: '"../x" in scope of task "a" leads out of its folder with ".."',
      place: places[0],
      hint: HINT,
    },
    {
      severity: 'error',
      code: 'E_PATH_OUTSIDE',
      message: '"/etc/x" in writes of task "a" is absolute',
      place: places[1],
      hint: HINT,
    },
    {
      severity: 'error',
      code: 'E_PATH_CONTROL',
      message: '".git/config" in reads of task "a" names the folder of git itself',
      place: places[2],
      hint: 'Sessions may not write there; what is in it belongs to git and to Breakwater.',
    },
  ]);
});

test('a field of the wrong form does not hide another', () => {
  expect(checkTasks(pathFields, tasksFile('a, scope: 3, writes: [/x]'))).toMatchObject([{ code: 'E_PATH_OUTSIDE' }]);
});
