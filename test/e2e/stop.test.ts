import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { aliveIn } from '../faults/invariants.js';
import { breakwater, start } from '../rig/breakwater.js';
import { makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

/** Starts children of one kind, says by a file that they are there, and never ends. */
function repositoryWhere(deed: string): string {
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: A, writes: [a.txt] }\n',
    'breakwater.config.yaml': 'runner: { kind: command, command: [sh, agent.sh] }\n',
    'agent.sh': `${deed}\n: > "$READY"\nwhile :; do sleep 1000; done\n`,
  });
}

it.runIf(process.platform === 'linux').each([
  ['a child in a session of its own', 'setsid sleep 1000 &'],
  ['a child that ignores TERM', "trap '' TERM; sh -c \"trap '' TERM; while :; do sleep 1000; done\" &"],
  ['a child of a parent that is gone', '( ( sleep 1000 & ) & )'],
  ['a daemon in a session of its own that ignores TERM', '( setsid sh -c "trap \'\' TERM; while :; do sleep 1000; done" & )'],
])('nothing that is ours lives one second after stop: %s', async (_, deed) => {
  const repository = repositoryWhere(deed);
  const [ready, temp] = [join(tempFolder('ready'), 'ready'), tempFolder('temp')];
  const run = start(repository, ['execute'], { READY: ready, TMPDIR: temp });
  await until(() => existsSync(ready));
  const ours = (): readonly string[] => aliveIn([repository, temp]).filter((command) => !command.includes('breakwater.js'));
  // The agent says it is ready before its own sleep has begun.
  await until(() => ours().length >= 3);
  expect((await breakwater(repository, ['stop'])).code).toBe(0);
  const begin = performance.now();
  await until(() => ours().length === 0 || performance.now() - begin > 1000);
  expect(ours()).toEqual([]);
  expect((await run.ended).code).toBe(143);
});

/** Looks until it is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20);
}
