import { expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { filesOf, fingerprint, makeRepository } from '../rig/repository.js';

/** The brief is the name of the file that the session writes. */
const AGENT = `import { writeFileSync } from 'node:fs';
let brief = '';
for await (const chunk of process.stdin) brief += chunk;
const file = brief.split('\\n')[0];
writeFileSync(file, file);
`;

/** Waves `a, b` and `c`. */
const TASKS = `tasks:
  - { id: a, brief: a.txt, writes: [a.txt] }
  - { id: b, brief: b.txt, writes: [b.txt] }
  - { id: c, brief: c.txt, writes: [c.txt], dependsOn: [a] }
`;

checkRecordedRuns();

it('a run that is reviewed wave by wave waits, takes an answer for each, and goes on', async () => {
  const repository = makeRepository({
    'breakwater.tasks.yaml': TASKS,
    'breakwater.config.yaml': 'runner: { kind: command, command: [node, agent.mjs] }\n',
    'agent.mjs': AGENT,
  });
  const before = fingerprint(repository);
  const [, run = 'none'] = await ranAndNamed(repository);
  const tip = `breakwater/${run}/integration`;
  const written = (): readonly string[] => Object.keys(filesOf(repository, tip)).filter((path) => path.endsWith('.txt'));
  expect(written()).toEqual([]);

  const rejected = await breakwater(repository, ['reject', 'b', '--reason', 'b is not wanted']);
  expect([rejected.code, written()]).toEqual([1, []]);
  const first = await breakwater(repository, ['approve']);
  expect([first.code, written()]).toEqual([1, ['a.txt']]);
  expect(first.stderr).toContain('a is approved. The run goes on.');
  const last = await breakwater(repository, ['approve', 'c']);
  expect(written()).toEqual(['a.txt', 'c.txt']);
  expect(last.stdout.replace(/\s+/g, ' ')).toContain('it was rejected: b is not wanted');
  expect(git(repository, 'show', `breakwater/${run}/b:b.txt`)).toBe('b.txt');
  expect(fingerprint(repository)).toEqual(before);
});

async function ranAndNamed(repository: string): Promise<readonly string[]> {
  const { code, stdout } = await breakwater(repository, ['execute', '--review', 'wave']);
  expect(code).toBe(1);
  expect(stdout.replace(/\s+/g, ' ')).toContain('its session ended well; it waits for your review');
  return git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater').split('/');
}
