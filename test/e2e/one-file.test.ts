import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { ModelServer, type Scripts, type Step } from '../rig/model-server.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { filesOf, makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

const CLAUDE = fileURLToPath(new URL('../../.cache/claude-code-2.1.330/node_modules/.bin/claude', import.meta.url));

function shop(config = ''): string {
  return makeRepository({
    'shared.txt': 'one\ntwo\nthree\n',
    'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: "SCRIPT:a" }\n  - { id: b, brief: "SCRIPT:b" }\n',
    'breakwater.config.yaml': `claude: { command: ${CLAUDE}, model: sonnet, allow: ["Bash(node *)"] }\n${config}`,
  });
}

function integration(repository: string): string {
  const names = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater').split('\n');
  return names.find((name) => name.endsWith('/integration')) ?? '';
}

function writes(path: string, content: string): Step {
  return { tools: [{ name: 'Write', input: { file_path: `{{cwd}}/${path}`, content } }] };
}

function runs(command: string): Step {
  return { tools: [{ name: 'Bash', input: { command, description: 'x' } }] };
}

const commit = runs('git add . && git commit -m work');

interface TaskStatus {
  readonly attempts: number;
  readonly state: { readonly state: string };
  readonly breaches: readonly object[];
  readonly usage: { readonly inputTokens: number };
}

async function statusOf(repository: string): Promise<readonly TaskStatus[]> {
  return (JSON.parse((await breakwater(repository, ['status', '--json'])).stdout) as { tasks: readonly TaskStatus[] }).tasks;
}

interface Told {
  readonly model: ModelServer;
  readonly repository: string;
  readonly code: number | null;
  readonly stdout: string;
  readonly states: readonly string[];
  readonly breaches: readonly (readonly object[])[];
}

/** Session b waits until a has written and goes on while a is still at work. */
async function collide(
  first: Step,
  second: Step,
  rest: { readonly config?: string; readonly settings?: object } = {},
): Promise<Told> {
  const scripts: Scripts = {
    a: [first, { ...writes('a.txt', 'a\n'), gate: 'a-wrote' }, commit, { say: 'Done.' }],
    b: [
      { ...second, gate: 'b-begins' },
      { ...writes('b.txt', 'b\n'), gate: 'b-tried' },
      commit,
      { say: 'I needed shared.txt.' },
      // Only who collides is asked once more.
      writes('shared.txt', 'from a and b\n'),
      commit,
      { say: 'Both are in it.' },
    ],
  };
  const model = await ModelServer.begin(scripts);
  const repository = shop(rest.config);
  const home = tempFolder('claude');
  if (rest.settings !== undefined) writeFileSync(join(home, 'settings.json'), JSON.stringify(rest.settings));
  const run = start(repository, ['execute'], model.environment(home));
  await model.waitAt('a-wrote');
  await model.waitAt('b-begins');
  model.open('b-begins');
  await model.waitAt('b-tried');
  model.open('b-tried');
  model.open('a-wrote');
  const { code, stdout } = await run.ended;
  const tasks = await statusOf(repository);
  await model[Symbol.asyncDispose]();
  return {
    ...{ model, repository, code, stdout },
    states: tasks.map((task) => task.state.state),
    breaches: tasks.map((task) => task.breaches),
  };
}

/** What the model of b read before its second step. */
function toldToB({ model }: Told): string {
  return model.requests.find(({ script, step }) => script === 'b' && step === 1)?.results.join('\n') ?? '';
}

const REASON = 'shared.txt is being written by task a; leave it, and say in your last message what you needed there';

describe.skipIf(!existsSync(CLAUDE))('two sessions of the real Claude Code that are told to write one file', () => {
  it('by Edit and Edit: the second is refused, reads why, and both are integrated without it', async () => {
    const told = await collide(writes('shared.txt', 'from a\n'), writes('shared.txt', 'from b\n'));
    expect(toldToB(told)).toContain(REASON);
    expect(told.states).toEqual(['integrated', 'integrated']);
    expect(told.breaches).toEqual([[], [{ path: 'shared.txt', holder: 'a', seen: 'asked' }]]);
    expect(filesOf(told.repository, integration(told.repository))).toMatchObject({
      'shared.txt': 'from a',
      'a.txt': 'a',
      'b.txt': 'b',
    });
  });

  it('by shell and shell: the second is refused before it runs', async () => {
    const told = await collide(runs('echo from-a > shared.txt'), runs('echo from-b >> shared.txt'));
    expect(toldToB(told)).toContain(REASON);
    expect(filesOf(told.repository, integration(told.repository))).toMatchObject({ 'shared.txt': 'from-a', 'b.txt': 'b' });
  });

  it('by Edit and by a program that nobody can see through: the model is told right afterwards, and resolves what collides', async () => {
    const hidden = runs(`node -e "require('fs').writeFileSync('shared.txt', 'from b')"`);
    const told = await collide(writes('shared.txt', 'from a\n'), hidden);
    expect(toldToB(told)).toContain(`${REASON}. It is changed in your worktree now: take that back.`);
    // Seen in its commit again, unless a is integrated by then.
    expect(told.breaches[1]?.[0]).toEqual({ path: 'shared.txt', holder: 'a', seen: 'shell' });
    const again = told.model.requests.find(({ script, step }) => script === 'b' && step === 4)?.results.join('') ?? '';
    expect(again).toContain('task a was integrated first and changed the same lines');
    expect(told.states).toEqual(['integrated', 'integrated']);
    expect(filesOf(told.repository, integration(told.repository))).toMatchObject({
      'shared.txt': 'from a and b',
      'a.txt': 'a',
      'b.txt': 'b',
    });
  });

  it.each<[string, object]>([
    ['all hooks', { disableAllHooks: true }],
    ['hooks by their URL', { allowedHttpHookUrls: ['https://hooks.example.com/*'] }],
  ])('a setting of the person that switches off %s does not open the fence', async (_, settings) => {
    const told = await collide(writes('shared.txt', 'from a\n'), writes('shared.txt', 'from b\n'), { settings });
    expect(toldToB(told)).toContain(REASON);
    expect(told.states).toEqual(['integrated', 'integrated']);
  });
});

describe.skipIf(!existsSync(CLAUDE))('work of the real Claude Code that does not fit', () => {
  it('goes back to its own conversation, which resolves the conflict', async () => {
    // Nothing is asked without a fence, so both change the same line.
    const scripts: Scripts = {
      a: [writes('shared.txt', 'from a\n'), { ...commit, gate: 'a' }, { say: 'Done.' }],
      b: [
        writes('shared.txt', 'from b\n'),
        { ...commit, gate: 'b' },
        { say: 'Done.' },
        writes('shared.txt', 'both\n'),
        commit,
        { say: 'Resolved.' },
      ],
    };
    const model = await ModelServer.begin(scripts);
    await using _ = model;
    const repository = shop();
    const run = start(repository, ['execute', '--fence', 'off'], model.environment(tempFolder('claude')));
    await Promise.all([model.waitAt('a'), model.waitAt('b')]);
    model.open('a');
    model.open('b');
    const { code, stdout, stderr } = await run.ended;
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    expect(filesOf(repository, integration(repository))['shared.txt']).toBe('both');
    const told = model.requests.find(({ script, step }) => script === 'b' && step === 3)?.results.join('') ?? '';
    expect(told).toContain('task a was integrated first and changed the same lines');
    expect(told).toContain('- shared.txt');
    const { usage } = (await statusOf(repository))[1]!;
    expect(usage.inputTokens).toBe(600);
  });
});

checkRecordedRuns();

describe('work of a program that does not fit', () => {
  const AGENT = `const fs = require('node:fs');
const prompt = fs.readFileSync(0, 'utf8');
const task = process.env.BREAKWATER_TASK;
if (process.env.BREAKWATER_AGAIN === 'collision' && prompt.includes('<<<<<<<') && !prompt.includes('STUBBORN')) {
  const text = fs.readFileSync('shared.txt', 'utf8').split('\\n').filter((line) => !/^[<=>]{7}/.test(line)).join('\\n');
  fs.writeFileSync('shared.txt', text);
} else fs.writeFileSync('shared.txt', task + '\\n');
`;

  function world(brief = 'Do b'): string {
    return makeRepository({
      'agent.cjs': AGENT,
      'shared.txt': 'one\n',
      'breakwater.tasks.yaml': `tasks:\n  - { id: a, brief: Do a }\n  - { id: b, brief: "${brief}" }\n`,
      'breakwater.config.yaml': 'runner: { kind: command, command: [node, agent.cjs] }\n',
    });
  }

  it('gets the same prompt on its standard input, in its worktree, and both changes end in the chain', async () => {
    const repository = world();
    const { code, stdout, stderr } = await breakwater(repository, ['execute']);
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    expect(filesOf(repository, integration(repository))['shared.txt']).toBe('b\na');
    expect((await statusOf(repository)).map(({ attempts, state }) => `${state.state} ${attempts}`)).toEqual([
      'integrated 1',
      'integrated 2',
    ]);
    expect(git(repository, 'show', 'HEAD:shared.txt')).toBe('one');
  });

  it('is handed to the person when that does not help: nothing is lost, both branches are named', async () => {
    const repository = world('Do b, STUBBORN');
    const { code, stdout } = await breakwater(repository, ['execute']);
    expect(code).toBe(1);
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toMatch(/shared.txt was changed by a first/);
    const [, kept, into] = /Its work is kept on (\S+), to be merged into (\S+)\. /.exec(said) ?? [];
    expect(filesOf(repository, into ?? '')['shared.txt']).toBe('a');
    expect(filesOf(repository, kept ?? '')['shared.txt']).toBe('b');
  });
});
