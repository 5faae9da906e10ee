import { describe, expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { fingerprint, makeRepository } from '../rig/repository.js';

/** Each task is a line of shell: the brief says what the session does. */
const AGENT = `import { execSync } from 'node:child_process';
let brief = '';
for await (const chunk of process.stdin) brief += chunk;
execSync(brief.split('\\n')[0], { stdio: 'inherit', shell: '/bin/sh' });
`;

/** Lists the parts, and writes a file that nobody asked for. */
const GENERATE = `import { readdirSync, writeFileSync } from 'node:fs';
const parts = readdirSync('parts').sort();
if (parts.includes('broken')) throw new Error('broken is no part');
writeFileSync('generated.txt', parts.map((part) => part + '\\n').join(''));
writeFileSync('stray.txt', 'stray');
`;

const HUBS = [
  { files: ['CHANGELOG.md'], policy: 'union' },
  { files: ['generated.*'], policy: 'regenerate', command: 'node generate.mjs' },
  { files: ['stamp.txt'], policy: 'ignore' },
];

/** What a session does to add a part: it makes the generated file anew in its own worktree, where it sees only its own. */
const addsPart = (name: string) => `echo ${name} > parts/${name} && node generate.mjs && rm stray.txt`;

/** Two sessions beside each other in one wave, run to the end. */
async function executed(tasks: Readonly<Record<string, string>>, verify: readonly string[] = []) {
  const ids = Object.keys(tasks);
  const repository = makeRepository({
    'breakwater.tasks.yaml': `tasks:\n${ids.map((id) => `  - { id: ${id}, brief: ${JSON.stringify(tasks[id])}, writes: [parts/${id}] }\n`).join('')}`,
    'breakwater.config.yaml': JSON.stringify({ runner: { kind: 'command', command: ['node', 'agent.mjs'] }, verify, hubs: HUBS }),
    'agent.mjs': AGENT,
    'generate.mjs': GENERATE,
    'parts/first': '',
    'generated.txt': 'first\n',
    'CHANGELOG.md': '# Changes\n\n- the first\n',
    'stamp.txt': 'none\n',
    'code.txt': 'none\n',
  });
  const before = fingerprint(repository);
  const { code, stdout, stderr } = await breakwater(repository, ['execute', '--caution', 'fast', '--concurrency', '2']);
  expect(fingerprint(repository)).toEqual(before);
  const status = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout);
  const ends = status.tasks.map((task: { id: string; wave: number; state: { state: string } }) =>
    [task.id, task.state.state].join(' '),
  );
  const show = (path: string) => git(repository, 'show', `${status.integration}:${path}`);
  return { repository, status, code, ends, show, said: `${stdout} ${stderr}`.replace(/\s+/g, ' ') };
}

checkRecordedRuns();

describe('a file that several tasks write', () => {
  it('by union has the lines of both, integrated in one wave', async () => {
    const log = (line: string) => `echo "- ${line}" >> CHANGELOG.md`;
    const { code, ends, status, show } = await executed({ login: log('login'), search: log('search') });
    expect({ code, ends, waves: status.waves.length }).toEqual({
      code: 0,
      ends: ['login integrated', 'search integrated'],
      waves: 1,
    });
    expect(show('CHANGELOG.md')).toBe('# Changes\n\n- the first\n- login\n- search');
  });

  it('is regenerated on the merged tree, and that exact tree is verified and integrated, without what else the command wrote', async () => {
    const verify = ['test "$(ls parts)" = "$(cat generated.txt)" && test ! -e stray.txt'];
    const { repository, code, ends, status, show, said } = await executed(
      { login: addsPart('login'), search: addsPart('search') },
      verify,
    );
    expect({ code, ends, waves: status.waves.length }).toEqual({
      code: 0,
      ends: ['login integrated', 'search integrated'],
      waves: 1,
    });
    expect(show('generated.txt')).toBe('first\nlogin\nsearch');
    expect(git(repository, 'ls-tree', '--name-only', status.tip).split('\n')).not.toContain('stray.txt');
    expect(said).toContain('left out what else changed when files were made anew by node generate.mjs: stray.txt');
    expect(git(repository, 'log', '-1', '--format=%P', status.tip).split(' ')[1]).toBe(
      git(repository, 'rev-parse', status.integration.replace('integration', 'search')),
    );
  });

  it('gives back the task on whose merge the command fails, and says what the command said', async () => {
    const breaks = 'echo x > parts/broken && echo broken >> generated.txt';
    const { code, ends, status, show, said } = await executed({ login: addsPart('login'), search: breaks });
    expect({ code, ends }).toEqual({ code: 1, ends: ['login integrated', 'search failed'] });
    expect(status.tasks[1].state.failure).toMatchObject({ command: 'node generate.mjs', exitCode: 1 });
    expect(status.tasks[1].state.failure.tail).toContain('broken is no part');
    expect(said).toContain('node generate.mjs');
    expect(show('generated.txt')).toBe('first\nlogin');
  });

  it('stays as it was integrated first where conflicts are to be ignored, and that is said', async () => {
    const { code, ends, show, said } = await executed({ login: 'echo login > stamp.txt', search: 'echo search > stamp.txt' });
    expect({ code, ends }).toEqual({ code: 0, ends: ['login integrated', 'search integrated'] });
    expect(show('stamp.txt')).toBe('login');
    expect(said).toContain('stamp.txt stays as it was integrated before');
  });

  it('is no way around a conflict in another file', async () => {
    // It does not know what to do when it is taken up again.
    const both = (name: string) =>
      `test "$BREAKWATER_AGAIN" != collision && echo "- ${name}" >> CHANGELOG.md && echo ${name} > code.txt`;
    const { ends, status, show } = await executed({ login: both('login'), search: both('search') });
    expect(ends).toEqual(['login integrated', 'search held']);
    expect(status.tasks[1].state.paths).toEqual(['code.txt']);
    expect(show('CHANGELOG.md')).toBe('# Changes\n\n- the first\n- login');
  });

  it('is put together by its policy also when its task is taken up again for a conflict in another file', async () => {
    const works = (name: string) =>
      `${addsPart(name)} && echo "- ${name}" >> CHANGELOG.md && echo ${name} > stamp.txt && echo ${name} > code.txt`;
    const again = (name: string) =>
      `if [ "$BREAKWATER_AGAIN" = collision ]; then echo both > code.txt; git commit -qam Resolve; else ${works(name)}; fi`;
    const verify = ['test "$(ls parts)" = "$(cat generated.txt)"'];
    const { ends, show, status, said } = await executed({ login: again('login'), search: again('search') }, verify);
    expect(ends).toEqual(['login integrated', 'search integrated']);
    expect(['code.txt', 'CHANGELOG.md', 'generated.txt', 'stamp.txt'].map(show)).toEqual([
      'both',
      '# Changes\n\n- the first\n- login\n- search',
      'first\nlogin\nsearch',
      'login',
    ]);
    expect(status.tasks[1].attempts).toBe(2);
    expect(said).toContain('stamp.txt stays as it was integrated before');
  });
});
