import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type FaultWorld, makeFaultWorld } from '../faults/fault-world.js';
import { processesOf } from '../faults/invariants.js';
import type { Started } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { fingerprint } from '../rig/repository.js';

/** A run whose plan is being made, for as long as there is the file `trouble`; the plan is made by a process of its own. */
async function planning(): Promise<{ world: FaultWorld; run: Started; planner: number; trouble: string }> {
  const world = makeFaultWorld();
  const trouble = join(world.temp, 'trouble');
  writeFileSync(trouble, '');
  const run = world.start(['execute'], { verbs: ['ls-tree'], while: trouble, does: 'wait' });
  const planner = await childOf(run.process.pid, 'planner.js');
  await childOf(planner, 'ls-tree');
  return { world, run, planner, trouble };
}

/** The id of a child of a process, once it has one with that in its command line. */
async function childOf(parent: number | undefined, words: string): Promise<number> {
  for (;;) {
    const found = processIds().find((pid) => parentOf(pid) === parent && read(pid, 'cmdline').includes(words));
    if (found !== undefined) return found;
    await wait(20);
  }
}

function processIds(): readonly number[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
}

/** Behind the name in brackets, which may hold anything: the state, then the parent. */
function parentOf(pid: number): number {
  return Number(/.*\) \S (\d+)/s.exec(read(pid, 'stat'))?.[1]);
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** As it was before, and nobody at work. */
async function expectNothing(world: FaultWorld): Promise<void> {
  const refs = git(world.repository, 'for-each-ref', '--format=%(refname)', 'refs/breakwater', 'refs/heads/breakwater');
  const found = { refs, checkout: fingerprint(world.repository), processes: await processesOf(world) };
  expect(found).toEqual({ refs: '', checkout: world.before, processes: [] });
}

describe.runIf(process.platform === 'linux')('while the plan of a run is made', () => {
  it('the end of its process by the system is told, and nothing was started', async () => {
    const { world, run, planner, trouble } = await planning();
    process.kill(planner, 'SIGKILL');
    const { code, stderr } = await run.ended;
    expect({ code, stderr }).toEqual({
      code: 5,
      stderr: expect.stringMatching(/^error: the process that makes the plan was ended by SIGKILL, and nothing was\s+started/),
    });
    rmSync(trouble);
    await expectNothing(world);
  });

  it('its process does not outlive the one that asked', async () => {
    const { world, run, trouble } = await planning();
    run.process.kill('SIGKILL');
    await run.ended;
    rmSync(trouble);
    await expectNothing(world);
  });

  it('Ctrl-C ends it at once, and nothing is started', async () => {
    const { world, run, trouble } = await planning();
    run.process.kill('SIGINT');
    const { code, stdout } = await run.ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: 'Nothing was started.\n' });
    rmSync(trouble);
    await expectNothing(world);
  });
});
