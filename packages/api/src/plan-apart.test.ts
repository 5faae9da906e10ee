import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeRepository } from '../../../test/rig/repository.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { planApart } from './plan-apart.js';
import { realWorld } from './world.js';

/** A program that does this with the order it is sent. */
function planner(deed: string): ReturnType<typeof planApart> {
  const program = join(tempFolder('planner'), 'planner.mjs');
  writeFileSync(program, `process.once('message', (order) => { ${deed}; setImmediate(() => process.disconnect()); });\n`);
  return planApart(program);
}

function world(): Parameters<ReturnType<typeof planApart>>[1] {
  const { signal } = new AbortController();
  return { ...realWorld({ stop: signal, hurry: signal }), cwd: makeRepository({ 'a.txt': '' }) };
}

it('tells how far reading and scouting have come, and opens the repository of the plan here', async () => {
  const heard: unknown[] = [];
  const plan = planner(
    'process.send({ read: { done: 1, of: 2 } }); process.send({ scout: order.order.options.repo }); process.send({ planned: { ok: true, value: { notes: [] } } })',
  );
  const planned = await plan(
    { options: { repo: '.', onRead: (done, of) => heard.push([done, of]), onScout: (news) => heard.push(news) } },
    world(),
  );
  expect({ heard, planned }).toEqual({
    heard: [[1, 2], '.'],
    planned: { ok: true, value: { notes: [], repository: expect.objectContaining({ root: expect.any(String) }) } },
  });
});

it('throws a fault of that process with the lines of where it arose', async () => {
  const plan = planner("process.send({ fault: 'Error: x\\n    at y.js' })");
  await expect(plan({ options: {} }, world())).rejects.toMatchObject({ stack: 'Error: x\n    at y.js' });
});

it('takes an end without an answer for a fault', async () => {
  await expect(planner('process.exit(7)')({ options: {} }, world())).rejects.toThrow(
    'Internal error: the process that plans ended without an answer, exit code 7',
  );
});
