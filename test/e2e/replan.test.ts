import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '@breakwater/journal';
import type { RunEvent } from '@breakwater/model';
import { expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { filesOf, makeRepository } from '../rig/repository.js';

/** a and b leave what they declared for one file, and b insists on its own text; all others write a file of their name. */
const AGENT = `const fs = require('node:fs');
const task = process.env.BREAKWATER_TASK;
fs.writeFileSync('ab'.includes(task) ? 'shared.txt' : task + '.txt', task + '\\n');
`;

/** With two at a time: a b | x q | r. */
function world(): string {
  const line = (id: string, rest = '') => `  - { id: ${id}, brief: "Write ${id}.txt", writes: [${id}.txt]${rest} }\n`;
  return makeRepository({
    'agent.cjs': AGENT,
    'shared.txt': 'one\n',
    'breakwater.tasks.yaml': `tasks:\n${line('a')}${line('b')}${line('x', ', dependsOn: [b]')}${line('q')}${line('r')}`,
    'breakwater.config.yaml': 'runner: { kind: command, command: [node, agent.cjs] }\nconcurrency: 2\n',
  });
}

async function eventsOf(repository: string): Promise<readonly RunEvent[]> {
  const runs = join(repository, '.git/breakwater/runs');
  const records = await readJournal(join(runs, readdirSync(runs)[0] ?? ''));
  if (!records.ok) throw new Error('the journal cannot be read');
  return records.value.map(({ event }) => event);
}

checkRecordedRuns();

it('a drift that ends in the hands of a person empties a wave, and the waves that come are planned anew', async () => {
  const repository = world();
  expect((await breakwater(repository, ['execute', '--yes'])).code).toBe(1);
  const events = await eventsOf(repository);
  const drifted = events.flatMap((event) => (event.ev === 'task-committed' ? event.work.drift.unpredicted : []));
  expect(new Set(drifted)).toEqual(new Set(['shared.txt']));
  expect(events.filter(({ ev }) => ev === 'run-replanned')).toEqual([
    {
      ev: 'run-replanned',
      because: { kind: 'failure', task: 'b' },
      moved: ['r'],
      from: 2,
      waves: [['q', 'r'], ['x']],
    },
  ]);
  const started = events.flatMap((event) => (event.ev === 'wave-started' ? [event.wave] : []));
  expect(started).toEqual([1, 2]);
  const { tasks } = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout) as {
    readonly tasks: readonly { readonly id: string; readonly state: { readonly state: string } }[];
  };
  expect(tasks.map(({ id, state }) => `${id} ${state.state}`)).toEqual([
    'a integrated',
    'b held',
    'q integrated',
    'r integrated',
    'x blocked',
  ]);
  const branches = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater').split('\n');
  const chain = filesOf(repository, branches.find((name) => name.endsWith('/integration')) ?? '');
  expect([chain['shared.txt'], chain['q.txt'], chain['r.txt'], chain['x.txt']]).toEqual(['a', 'q', 'r', undefined]);
});
