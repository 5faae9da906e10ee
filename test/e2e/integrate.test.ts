import { describe, expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { filesOf, fingerprint, makeRepository } from '../rig/repository.js';

/** Each task is a line of shell: the brief says what the session does. */
const AGENT = `import { execSync } from 'node:child_process';
let brief = '';
for await (const chunk of process.stdin) brief += chunk;
execSync(brief.split('\\n')[0], { stdio: 'inherit', shell: '/bin/sh' });
`;

interface Sitting {
  readonly repository: string;
  readonly run: string;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository whose sessions are lines of shell, run to the end. */
async function executed(
  tasks: Readonly<Record<string, string>>,
  { verify, files = {} }: { readonly verify: readonly string[]; readonly files?: Readonly<Record<string, string>> },
): Promise<Sitting> {
  const lines = Object.entries(tasks).map(
    ([id, brief]) => `  - { id: ${id}, brief: ${JSON.stringify(brief)}, writes: [${id}/**] }`,
  );
  const repository = makeRepository({
    'breakwater.tasks.yaml': `tasks:\n${lines.join('\n')}\n`,
    'breakwater.config.yaml': `runner: { kind: command, command: [node, agent.mjs] }\nverify: ${JSON.stringify(verify)}\n`,
    'agent.mjs': AGENT,
    'total.txt': '0\n',
    ...files,
  });
  const before = fingerprint(repository);
  const { code, stdout, stderr } = await breakwater(repository, ['execute', '--concurrency', '4']);
  expect(fingerprint(repository)).toEqual(before);
  const [, run = 'none'] = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater').split('/');
  return { repository, run, code, stdout, stderr };
}

checkRecordedRuns();

describe('integration', () => {
  it('leaves out the one of two tasks that merge cleanly and break the build together, names it and lands the others', async () => {
    // At most one of limit and retry fits: together they are too many.
    const verify = ['test "$(cat part/* 2>/dev/null | wc -l)" -le 1'];
    const { repository, run, code, stdout, stderr } = await executed(
      {
        docs: 'sleep 1; mkdir docs && echo docs > docs/docs.md',
        limit: 'mkdir -p part && echo limit > part/limit',
        readme: 'mkdir readme && echo readme > readme/readme.md',
        retry: 'mkdir -p part && echo retry > part/retry',
        types: 'mkdir types && echo types > types/types.ts',
      },
      { verify },
    );
    expect(code).toBe(1);
    const status = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout);
    const ends = Object.fromEntries(
      status.tasks.map((task: { id: string; state: { state: string } }) => [task.id, task.state.state]),
    );
    expect(ends).toEqual({ docs: 'integrated', limit: 'integrated', readme: 'integrated', retry: 'failed', types: 'integrated' });
    const retry = status.tasks.find((task: { id: string }) => task.id === 'retry');
    expect(retry.state.failure).toMatchObject({ reason: 'verify', command: verify[0], exitCode: 1, together: ['limit'] });
    expect(stdout.replace(/\s+/g, ' ')).toContain('it passes alone and fails together with limit');
    expect(stderr).not.toContain('error');
    const tip = `breakwater/${run}/integration`;
    expect(Object.keys(filesOf(repository, tip)).filter((path) => path.startsWith('part/'))).toEqual(['part/limit']);
    expect(git(repository, 'rev-parse', tip)).toBe(status.tip);
    expect(git(repository, 'show', `breakwater/${run}/retry:part/retry`)).toBe('retry');
    const chain = git(
      repository,
      'log',
      '--first-parent',
      '--reverse',
      '--format=%(trailers:key=Breakwater-Task,valueonly)',
      `main..${tip}`,
    );
    expect(chain.split(/\s+/).filter((word) => word !== '')).toEqual(['docs', 'limit', 'readme', 'types']);
  });

  it('says once that the base is red, and blames no task', async () => {
    const { repository, run, code, stderr } = await executed(
      { a: 'mkdir a && echo a > a/a', b: 'mkdir b && echo b > b/b' },
      { verify: ['test -e built'] },
    );
    expect(code).toBe(1);
    expect(stderr.match(/fails verification before any of these tasks/g)).toHaveLength(1);
    const status = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout);
    const reasons = status.tasks.map((task: { state: { failure?: { reason: string } } }) => task.state.failure?.reason);
    expect(reasons).toEqual(['base-red', 'base-red']);
    expect(git(repository, 'rev-parse', `breakwater/${run}/integration`)).toBe(git(repository, 'rev-parse', 'main'));
  });
});

describe('what nobody could check out', () => {
  it('is held with the rule in words, and the others land', async () => {
    const { repository, run, stdout } = await executed(
      {
        twin: 'mkdir twin && echo 1 > twin/Name && echo 2 > twin/name',
        out: 'ln -s ../../elsewhere out',
        fine: 'mkdir fine && echo fine > fine/fine',
      },
      { verify: [] },
    );
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toMatch(/twin: twin\/(Name and twin\/name|name and twin\/Name) are one file where case or accents do not count/);
    expect(said).toContain('out: out is a link that leads out of the repository, to ../../elsewhere');
    const landed = Object.keys(filesOf(repository, `breakwater/${run}/integration`));
    expect(landed.filter((path) => /^(twin|out|fine)/.test(path))).toEqual(['fine/fine']);
    expect(git(repository, 'show', `breakwater/${run}/twin:twin/Name`)).toBe('1');
  });
});
