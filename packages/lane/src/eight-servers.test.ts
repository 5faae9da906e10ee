import { expect, test } from 'vitest';
import { freeRange, listenOn } from './free-ports.testing.js';
import { aRig, tempFolder } from './lane-rig.testing.js';

const TASKS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/**
 * Serves its task's name on the lane's port, waits until all eight are known in the common folder, asks all of them, writes what it
 * heard, and stays until all have heard.
 */
const SERVE = `
const { PORT, BREAKWATER_TASK: task, MEETING: meeting } = process.env;
const serve = () => new Promise((up) => require('node:http').createServer((_, answer) => answer.end(task)).listen(Number(PORT), up));
const all = async (kind) => {
  const named = () => fs.readdirSync(meeting).filter((name) => name.startsWith(kind));
  while (named().length < ${TASKS.length}) await new Promise((later) => setTimeout(later, 10));
  return named().sort();
};
(async () => {
  await serve();
  fs.writeFileSync(meeting + '/port-' + PORT, '');
  const ports = (await all('port-')).map((name) => name.slice('port-'.length));
  const heard = await Promise.all(ports.map(async (port) => (await fetch('http://127.0.0.1:' + port)).text()));
  fs.writeFileSync('heard.txt', heard.sort().join(' '));
  fs.writeFileSync(meeting + '/heard-' + task, '');
  await all('heard-');
  process.exit(0);
})();
`;

test('eight lanes at once serve on ports of their own, beside a program that has one of them, and each is heard by all', async () => {
  const range = await freeRange(TASKS.length + 1);
  const theirs = await listenOn(range[0]);
  const lanes = { env: { PORT: '{port:web}', MEETING: tempFolder() }, ports: { web: range } };
  const rig = await aRig({}, { config: { lanes } });
  const ends = await Promise.all(TASKS.map((task, lane) => rig.lanes.open(rig.order(task, SERVE, { lane }), rig.handler)));
  const heard = ends.map((end) => (end.end === 'committed' ? rig.git('show', `${end.commit}:heard.txt`) : JSON.stringify(end)));
  expect(heard).toEqual(TASKS.map(() => TASKS.join(' ')));
  theirs?.close();
});
