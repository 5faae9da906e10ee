import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { ModelServer, type Scripts, type Step } from '../rig/model-server.js';
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
    b: [{ ...second, gate: 'b-begins' }, { ...writes('b.txt', 'b\n'), gate: 'b-tried' }, commit, { say: 'I needed shared.txt.' }],
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
  const status = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout) as {
    readonly tasks: readonly { readonly state: { readonly state: string }; readonly breaches: readonly object[] }[];
  };
  await model[Symbol.asyncDispose]();
  return {
    ...{ model, repository, code, stdout },
    states: status.tasks.map((task) => task.state.state),
    breaches: status.tasks.map((task) => task.breaches),
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

  it('by Edit and by a program that nobody can see through: the model is told right afterwards', async () => {
    const hidden = runs(`node -e "require('fs').writeFileSync('shared.txt', 'from b')"`);
    const told = await collide(writes('shared.txt', 'from a\n'), hidden);
    expect(toldToB(told)).toContain(`${REASON}. It is changed in your worktree now: take that back.`);
    expect(told.breaches[1]).toEqual([
      { path: 'shared.txt', holder: 'a', seen: 'shell' },
      { path: 'shared.txt', holder: 'a', seen: 'commit' },
    ]);
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
