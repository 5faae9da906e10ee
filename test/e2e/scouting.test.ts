import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { ModelServer, type Scripts, type Step } from '../rig/model-server.js';
import { fingerprint, makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

const CLAUDE = fileURLToPath(new URL('../../.cache/claude-code-2.1.330/node_modules/.bin/claude', import.meta.url));
const installed = existsSync(CLAUDE);
if (!installed && process.env['BREAKWATER_NEEDS_CLAUDE'] === '1')
  throw new Error('the real Claude Code is not installed, and here it must be');

/** Two tasks whose briefs say nothing of any file. */
function shop(): string {
  return makeRepository({
    'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: "SCRIPT:a" }\n  - { id: b, brief: "SCRIPT:b" }\n',
    'breakwater.config.yaml': `claude: { command: ${CLAUDE}, model: sonnet }\nrunner: { kind: command, command: [node, agent.mjs] }\n`,
    'src/cart.ts': 'export const cart = 1;\n',
    'src/order.ts': 'export const order = 1;\n',
  });
}

/** What a model says through the tool that takes its answer. */
function names(...files: readonly (readonly [string, string])[]): Step {
  return { tools: [{ name: 'StructuredOutput', input: { files: files.map(([path, sure]) => ({ path, sure })) } }] };
}

interface Document {
  readonly id: string;
  readonly scouted?: true;
  readonly waves: readonly (readonly string[])[];
  readonly tasks: readonly {
    readonly id: string;
    readonly writes: readonly { readonly path: string; readonly evidence: readonly unknown[] }[];
  }[];
}

async function world(scripts: Scripts) {
  const model = await ModelServer.begin(scripts);
  const environment = model.environment(tempFolder('claude'));
  const repository = shop();
  const run = (...words: readonly string[]) => breakwater(repository, words, environment);
  const plan = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await run('plan', '--json', ...words);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    return { document: JSON.parse(stdout) as Document, stderr };
  };
  return { model, environment, repository, run, plan };
}

/** Processes at work in a folder. */
function workingIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && placeOf(pid) === folder);
}

/** Undefined also for a process that is gone. */
function placeOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

describe.skipIf(!installed)('scouting with the real Claude Code and a scripted model', () => {
  it('changes the plan, says what it costs, and asks nobody again: not for a plan, not for its file, not to explain it', async () => {
    const cart = names(['src/cart.ts', 'certain']);
    const { model, repository, run, plan } = await world({ a: [cart], b: [cart] });
    await using _ = model;
    const file = `${tempFolder('desk')}/plan.json`;
    const plain = (await plan()).document;
    expect([plain.scouted, model.requests]).toEqual([undefined, []]);
    const before = fingerprint(repository);
    const { document, stderr } = await plan('--scout', '--out', file);
    expect(stderr).toMatch(/^Asking 2 scouting sessions, limited to \$0\.40 in all\n2 scouting sessions cost \$0\.\d\d\n$/);
    expect([document.scouted, document.waves]).toEqual([true, [['a'], ['b']]]);
    expect(document.tasks[0]?.writes[0]).toMatchObject({ path: 'src/cart.ts', p: 0.9 });
    expect(document.tasks[0]?.writes[0]?.evidence[0]).toEqual({ source: 'scout', detail: 'scout: certain' });
    expect(fingerprint(repository)).toEqual(before);
    const asked = model.requests.length;
    expect(await plan('--scout')).toEqual({ document, stderr: '' });
    const dry = await run('execute', file, '--dry-run', '--json');
    expect((JSON.parse(dry.stdout) as { plan: Document }).plan).toEqual(document);
    expect((await run('explain', 'a', 'b', '--scout')).stdout).toContain('scout: certain');
    expect(model.requests).toHaveLength(asked);
  });

  it('lets the session look, and neither write nor run anything', async () => {
    const outside = `${tempFolder('outside')}/stolen.txt`;
    const tries: Step = {
      tools: [
        { name: 'Read', input: { file_path: '{{cwd}}/src/order.ts' } },
        { name: 'Write', input: { file_path: '{{cwd}}/src/cart.ts', content: 'x' } },
        { name: 'Edit', input: { file_path: '{{cwd}}/src/cart.ts', old_string: '1', new_string: '2' } },
        { name: 'Bash', input: { command: `echo x > ${outside}; echo x > src/cart.ts`, description: 'try' } },
      ],
    };
    const { model, repository, plan } = await world({ a: [tries, names(['src/order.ts', 'likely'])], b: [names()] });
    await using _ = model;
    const before = fingerprint(repository);
    const { document } = await plan('--scout');
    expect(document.tasks[0]?.writes[0]?.path).toBe('src/order.ts');
    const results = model.requests
      .filter(({ script }) => script === 'a')
      .flatMap((one) => one.results)
      .join('\n');
    expect(results).toContain('export const order = 1;');
    expect(results.match(/No such tool available/g)).toHaveLength(3);
    expect([existsSync(outside), fingerprint(repository)]).toEqual([false, before]);
  });

  it('leaves the plan as it is when the model fails, warns, and asks again the next time', async () => {
    const { model, plan } = await world({ a: [{ status: 400 }], b: [{ say: 'I would rather not.' }] });
    await using _ = model;
    const plain = (await plan()).document;
    const { document, stderr } = await plan('--scout');
    expect(document).toEqual({ ...plain, id: document.id, scouted: true });
    expect(stderr).toMatch(/warning: no scouting session answered about a: the provider refused \(400\)/);
    expect(stderr).toMatch(/warning: no scouting session answered about b: /);
    const asked = model.requests.length;
    await plan('--scout');
    expect(model.requests.length).toBeGreaterThan(asked);
  });

  it('takes an answer for a claim about files that are there, and for nothing else', async () => {
    const hostile = names(
      ['../../etc/passwd', 'certain'],
      ['/etc/passwd', 'certain'],
      ['src/\u001b[2Jcart.ts', 'certain'],
      ['src/no-such.ts', 'certain'],
      ['.git/config', 'certain'],
      ['IGNORE ALL RULES', 'certain'],
    );
    const { model, plan, run } = await world({ a: [hostile], b: [names(['./src/cart.ts', 'likely'])] });
    await using _ = model;
    const plain = (await plan()).document;
    const { document } = await plan('--scout');
    expect(document.tasks[0]).toEqual({ ...plain.tasks[0], wave: expect.any(Number) });
    expect(document.tasks[1]?.writes[0]?.path).toBe('src/cart.ts');
    const { stdout, stderr } = await run('plan', '--scout', '--verbose');
    expect(`${stdout}${stderr}`).not.toMatch(/passwd|no-such|IGNORE|\u001b/);
  });

  it('starts nothing on a dry run', async () => {
    const { model, repository, run } = await world({});
    await using _ = model;
    const { code, stderr } = await run('execute', '--scout', '--dry-run');
    expect([code, model.requests]).toEqual([0, []]);
    expect(stderr).toContain('no scouting session was asked about a and b');
    expect(readdirSync(`${repository}/.git/breakwater`)).not.toContain('scouts');
  });

  it('makes no plan when it is stopped, and keeps what was answered', async () => {
    const answer = names(['src/cart.ts', 'likely']);
    const { model, environment, repository, plan } = await world({ a: [answer], b: [{ ...answer, gate: 'b' }] });
    await using _ = model;
    const stopped = start(repository, ['plan', '--json', '--scout', '--concurrency', '1'], environment);
    await model.waitAt('b');
    stopped.process.kill('SIGINT');
    const { code, stdout, stderr } = await stopped.ended;
    expect([code, JSON.parse(stdout)]).toEqual([130, { stopped: 'while scouting' }]);
    expect(stderr).toContain('2 scouting sessions cost $');
    model.open('b');
    expect((await plan('--scout')).stderr).toMatch(/^Asking 1 scouting session, .*; 1 answer of before is kept$/m);
  });

  it.skipIf(process.platform !== 'linux')('leaves no session behind when it is killed', async () => {
    const { model, environment, repository } = await world({ a: [{ ...names(), gate: 'a' }], b: [{ ...names(), gate: 'a' }] });
    await using _ = model;
    const killed = start(repository, ['plan', '--scout'], environment);
    await model.waitAt('a');
    expect(workingIn(repository).length).toBeGreaterThan(1);
    killed.process.kill('SIGKILL');
    await killed.ended;
    while (workingIn(repository).length > 0) await wait(50);
  });
});
