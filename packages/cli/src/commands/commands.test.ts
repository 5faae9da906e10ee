import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../../../test/rig/git.js';
import { makeRepository, writeFiles } from '../../../../test/rig/repository.js';
import { tempFolder } from '../../../../test/rig/temp-folder.js';
import { breakwater, PLAIN, type Said } from '../cli-rig.testing.js';

/** Writes what the brief says in brackets; a brief without brackets fails. */
const AGENT = `
const said = /\\[(\\S+)\\]/.exec(require('node:fs').readFileSync(0, 'utf8'));
if (said === null) { console.log('nothing to write'); process.exit(7); }
require('node:fs').writeFileSync(said[1], 'x\\n');
`;
const TASKS = `tasks:
  - { id: a, brief: "Write [a.txt]", writes: [a.txt] }
  - { id: b, brief: "Write nothing", writes: [a.txt] }
`;
const APART = `tasks:
  - { id: a, brief: "Write [a.txt]", writes: [a.txt] }
  - { id: b, brief: "Write [b.txt]", writes: [b.txt] }
`;

function aShop(files: Readonly<Record<string, string>> = {}): string {
  return makeRepository({
    'agent.cjs': AGENT,
    'breakwater.tasks.yaml': TASKS,
    'breakwater.config.yaml': 'runner: { kind: command, command: [node, agent.cjs] }\n',
    ...files,
  });
}

const failureOf = ({ stdout }: Said): unknown => (JSON.parse(stdout) as { failure: unknown }).failure;

describe('plan', () => {
  it('answers on stdout alone: as a preview, as JSON, as a diagram, as a prompt', async () => {
    const shop = aShop();
    for (const [words, beginning] of [
      [[], /^\S/],
      [['--json'], /^\{\n {2}"schema": "breakwater\/plan@1"/],
      [['--mermaid'], /^(---|%%|flowchart|graph)/],
      [['--prompt', 'a'], /^Write \[a\.txt\]/],
    ] as const) {
      const { code, stdout, stderr } = await breakwater(shop, ['plan', ...words]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(beginning);
    }
  });

  it('names commands that come next and work: why two tasks are apart, what a session would receive', async () => {
    const shop = aShop();
    const { stdout } = await breakwater(shop, ['plan']);
    const next = [...stdout.matchAll(/breakwater ((?:explain|plan --prompt) .+)$/gm)].map(([, words = '']) => words.trim());
    expect(next).toEqual(['explain a b', 'plan --prompt a']);
    for (const words of next) expect((await breakwater(shop, words.split(' '))).code).toBe(0);
  });

  it('repeats in them which plan it was, for without that they would run another one', async () => {
    const shop = aShop({ 'later/my tasks.yaml': TASKS });
    const chosen = ['--tasks', 'later/my tasks.yaml', '--concurrency', '2', '--only', 'a,b'];
    const { stdout } = await breakwater(shop, ['plan', ...chosen], { io: { outView: { ...PLAIN, columns: 120 } } });
    const flags = "--tasks 'later/my tasks.yaml' --concurrency 2 --only a,b";
    expect(stdout.split('\n').slice(-5, -1)).toEqual([
      `run it        breakwater execute ${flags}`,
      `all files     breakwater plan --verbose ${flags}`,
      `why apart     breakwater explain a b ${flags}`,
      `its prompt    breakwater plan --prompt a ${flags}`,
    ]);
  });

  it('repeats after a dry run what limits the run, and the plan document it was for', async () => {
    const shop = aShop();
    await breakwater(shop, ['plan', '--only', 'a', '--out', 'plan.json']);
    const chosen = ['--only', 'a', '--budget', '2.5', '--review', 'task', '--on-failure', 'no-new'];
    const { stdout } = await breakwater(shop, ['execute', 'plan.json', '--dry-run', ...chosen]);
    expect(stdout).toContain('stops at your $2.50 budget');
    expect(stdout).toContain(
      'run it\n  breakwater execute plan.json --only a --budget 2.5 --review task \\\n  --on-failure no-new\n',
    );
  });

  it.each([
    ['runner: { kind: claude }\n', 'is refused before it writes'],
    ['runner: { kind: claude }\nfence: off\n', 'is held; both branches are kept'],
    ['runner: { kind: command, command: [node, agent.cjs] }\n', 'is held; both branches are kept'],
  ])('tells what a clash would come to by what runs the tasks: %s', async (config, expected) => {
    const shop = aShop({ 'breakwater.config.yaml': config, 'breakwater.tasks.yaml': APART });
    const { stdout } = await breakwater(shop, ['plan'], { io: { outView: { ...PLAIN, columns: 200 } } });
    expect(stdout).toContain(expected);
  });

  it('--out writes the document to a new file where the person is, and never over another', async () => {
    const shop = aShop();
    const json = await breakwater(shop, ['plan', '--json', '--out', 'plan.json']);
    expect(json.code).toBe(0);
    expect(readFileSync(join(shop, 'plan.json'), 'utf8')).toBe(json.stdout);
    const again = await breakwater(shop, ['plan', '--out', 'plan.json']);
    expect(again).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: plan.json exists already.\n  hint: Choose another place for --out.\n',
    });
    const nowhere = await breakwater(shop, ['plan', '--json', '--out', 'no/such/plan.json']);
    const message = 'no/such/plan.json lies in a folder that does not exist.';
    expect([nowhere.code, failureOf(nowhere)]).toMatchObject([2, { reason: 'usage', message }]);
  });

  it('--html writes a page beside the preview, with titles, rules and how the reader calls the program', async () => {
    const config = 'runner: { kind: claude }\nhubs: [{ files: [CHANGELOG.md], policy: union }]\n';
    const tasks = 'tasks:\n  - { id: a, title: "First <one>", brief: "Write [a.txt]", writes: [a.txt] }\n';
    const shop = aShop({ 'breakwater.config.yaml': config, 'breakwater.tasks.yaml': tasks });
    const io = { outView: { ...PLAIN, program: 'npx breakwater' } };
    const without = await breakwater(shop, ['plan', '--repo', '.'], { io });
    expect(await breakwater(shop, ['plan', '--repo', '.', '--html', 'plan.html'], { io })).toEqual(without);
    const page = readFileSync(join(shop, 'plan.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n/);
    for (const part of ['First &#60;one&#62;', 'CHANGELOG.md', '<code tabindex="0">npx breakwater execute --repo .</code>'])
      expect(page).toContain(part);
  });

  it('--html writes the page of what --out writes as a document, and neither over the other', async () => {
    const shop = aShop();
    await breakwater(shop, ['plan', '--html', 'plan.html', '--out', 'plan.json']);
    const { id } = JSON.parse(readFileSync(join(shop, 'plan.json'), 'utf8'));
    expect(readFileSync(join(shop, 'plan.html'), 'utf8')).toContain(`Plan <code>${id}</code>`);
    const twice = await breakwater(shop, ['plan', '--html', './both', '--out', 'both']);
    expect([twice.code, twice.stderr]).toEqual([
      2,
      'error: ./both is to be written twice.\n  hint: Choose another place for --html.\n',
    ]);
    expect(existsSync(join(shop, 'both'))).toBe(false);
  });

  it.each(['--out', '--html'])('%s is looked at before anything is read or asked for it', async (flag) => {
    const shop = aShop({ 'plan.json': '{}', 'breakwater.tasks.yaml': 'none' });
    expect((await breakwater(shop, ['plan', flag, 'plan.json'])).stderr).toBe(
      `error: plan.json exists already.\n  hint: Choose another place for ${flag}.\n`,
    );
  });

  it('warns on stderr of what sessions will not see, and says with --verbose what the index left out', async () => {
    const shop = aShop({ 'broken.ts': 'export const = ;;;(\n' });
    writeFiles(shop, { 'new.txt': 'x' });
    const { code, stderr } = await breakwater(shop, ['plan', '--verbose']);
    expect(code).toBe(0);
    expect(stderr).toContain('new.txt');
    expect(stderr).toMatch(/^note: .*broken\.ts/m);
  });
});

describe('explain', () => {
  it('says of one task why it is in its wave and what that costs', async () => {
    const shop = aShop();
    const { stdout } = await breakwater(shop, ['explain', 'b']);
    expect(stdout).toContain('b: in wave 2 of 2');
    const { stdout: json } = await breakwater(shop, ['explain', 'b', '--json']);
    expect(JSON.parse(json)).toMatchObject({ task: 'b', wave: 2, waits: [{ kind: 'apart', task: 'a' }] });
  });

  it('answers as text and as JSON', async () => {
    const shop = aShop();
    expect((await breakwater(shop, ['explain', 'a', 'b'])).stdout).toContain('a.txt');
    const { stdout } = await breakwater(shop, ['explain', 'a', 'b', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ between: ['a', 'b'], relation: { kind: 'apart' } });
  });
});

describe('a run from its plan to its end', () => {
  it('runs, tells how it stands, shows what failed, and cleans up', async () => {
    const shop = aShop();
    const dry = await breakwater(shop, ['execute', '--dry-run']);
    expect([dry.code, dry.stdout.split('\n').at(-2)]).toEqual([
      0,
      'Dry run: nothing was started. It would run with node agent.cjs.',
    ]);
    expect(git(shop, 'for-each-ref', 'refs/breakwater')).toBe('');

    const ran = await breakwater(shop, ['execute']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('1 of 2 tasks');
    expect(ran.stderr.split('\n').filter((line) => line.includes('finished'))).toHaveLength(1);

    const status = await breakwater(shop, ['status', '--json']);
    expect(JSON.parse(status.stdout)).toMatchObject({ alive: false, outcome: 'finished', tasks: [{ id: 'a' }, { id: 'b' }] });
    expect((await breakwater(shop, ['status'])).stdout).toContain('finished');

    const logs = await breakwater(shop, ['logs', 'b']);
    expect([logs.code, logs.stdout.split('\n').slice(1, 2)]).toEqual([0, ['  nothing to write']]);
    expect(logs.stdout).toMatch(/^<here>\/\.git\/breakwater\/runs\/[0-9a-f]+\/logs\/b\.session\.log\n/);

    expect(await breakwater(shop, ['resume'])).toMatchObject({ code: 3, stdout: '' });
    const cleaned = await breakwater(shop, ['clean']);
    expect([cleaned.code, cleaned.stderr]).toEqual([0, '']);
    expect(cleaned.stdout).toMatch(
      /^(No worktree was left|Removed \d worktrees?)\. The work is kept on \d branch(es)?: git branch --list 'breakwater\/\*'\n$/,
    );
    expect(existsSync(`${shop}.breakwater`)).toBe(false);
  });

  it('is, with --json, one record a line on stdout and nothing on stderr', async () => {
    const { code, stdout, stderr } = await breakwater(aShop(), ['execute', '--json', '--only', 'a']);
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { ev: string } }).event.ev);
    expect([code, stderr, events[0], events.at(-1)]).toEqual([0, '', 'run-started', 'run-finished']);
  });

  it('shows at most the last forty lines of a log, made safe for the terminal', async () => {
    const agent = "for (let n = 1; n <= 50; n++) console.log('line ' + n + '\\x1b[2J'); process.exit(1);\n";
    const shop = aShop({ 'agent.cjs': agent });
    await breakwater(shop, ['execute', '--only', 'a']);
    const lines = (await breakwater(shop, ['logs', 'a'])).stdout.trimEnd().split('\n').slice(1);
    expect([lines.length, lines[0]]).toEqual([41, '  … 10 lines before']);
    expect(lines.join('')).not.toContain('\x1b');
  });

  it('says of an empty log that nothing was written', async () => {
    const shop = aShop();
    await breakwater(shop, ['execute', '--only', 'a']);
    const { code, stdout } = await breakwater(shop, ['logs', 'a']);
    expect([code, stdout.split('\n').slice(1)]).toEqual([0, ['  nothing was written', '', '']]);
  });
});

describe('where there is no run', () => {
  it.each([[['status']], [['resume']], [['logs', 'a']]])('%j is bad input, with --json as a document', async (words) => {
    const shop = aShop();
    const plain = await breakwater(shop, words);
    expect(plain).toMatchObject({ code: 2, stdout: '' });
    const json = await breakwater(shop, [...words, '--json']);
    expect({ code: json.code, failure: failureOf(json), stderr: json.stderr }).toEqual({
      code: 2,
      failure: { reason: 'no-run', known: [] },
      stderr: plain.stderr,
    });
  });

  it('stop has nothing to stop and clean nothing to remove', async () => {
    const shop = aShop();
    expect((await breakwater(shop, ['stop'])).code).toBe(3);
    expect(await breakwater(shop, ['clean'])).toEqual({ code: 0, stdout: 'No worktree was left.\n', stderr: '' });
    expect(JSON.parse((await breakwater(shop, ['clean', '--json'])).stdout)).toEqual({ runs: [], worktrees: [], branches: [] });
  });
});

describe('init', () => {
  it('says what it wrote and what comes next, and that once', async () => {
    const shop = makeRepository({ 'x.txt': 'x' });
    expect(await breakwater(shop, ['init'])).toEqual({
      code: 0,
      stdout: 'Wrote <here>/breakwater.tasks.yaml\nWrite your tasks there, then: breakwater plan\n',
      stderr: '',
    });
    const planned = await breakwater(shop, ['plan']);
    expect(planned.code).toBe(0);
    expect(planned.stderr).toContain('second-task is still the sample that breakwater init wrote');
    const again = await breakwater(shop, ['init', '--json']);
    expect([again.code, failureOf(again)]).toMatchObject([2, { reason: 'usage' }]);
  });

  it('needs a repository', async () => {
    expect((await breakwater(tempFolder('bare-ground'), ['init'])).code).toBe(3);
  });
});

describe('a command that was told which repository it is about', () => {
  it('says what to type next about that one, commands of git too', async () => {
    const shop = aShop();
    const elsewhere = tempFolder('elsewhere');
    const run = await breakwater(elsewhere, ['execute', '--repo', shop]);
    const status = await breakwater(elsewhere, ['status', '--repo', shop]);
    const commands = (run.stdout + status.stdout).match(/(?<=^| {2})(breakwater|git) [a-z-].*?(?= {2}|\n|$)/gm) ?? [];
    expect(commands.filter((command) => !/^(git -C|breakwater [a-z]+ --repo) /.test(command))).toEqual([]);
    expect(commands.length).toBeGreaterThan(4);
  });
});

describe('a run that is over', () => {
  it('can be landed, taken back and tried again, each said in a line', async () => {
    const shop = aShop();
    await breakwater(shop, ['execute', '--only', 'a']);
    const refused = await breakwater(shop, ['land']);
    expect(refused.code).toBe(3);
    expect(refused.stderr.replace(/\s+/g, ' ')).toContain('main is checked out at <here>, and Breakwater changes no checkout.');
    git(shop, 'checkout', '-q', '--detach');
    const landed = await breakwater(shop, ['land']);
    expect([landed.code, landed.stderr]).toEqual([0, '']);
    expect(landed.stdout).toMatch(/^main is now at [0-9a-f]{7}, with 1 task of run [0-9a-f]{4}; it was at [0-9a-f]{7}\.\n$/);
    expect((await breakwater(shop, ['land'])).stdout).toMatch(/^main holds 1 task of run [0-9a-f]{4} already\.\n$/);
    expect((await breakwater(shop, ['undo'])).code).toBe(3);
    expect((await breakwater(shop, ['undo', '--landing'])).stdout).toMatch(/^The landing is taken back: main is at [0-9a-f]{7}/);
    const undone = JSON.parse((await breakwater(shop, ['undo', '--json'])).stdout);
    expect(undone).toMatchObject({ undone: { task: 'a', to: git(shop, 'rev-parse', 'main'), verified: true } });
    expect((await breakwater(shop, ['status'])).stdout).toMatch(/a +failed +it was taken back/);
    const retried = await breakwater(shop, ['retry', 'a']);
    expect([retried.code, retried.stdout.includes('1 of 1 task')]).toEqual([0, true]);
    expect((await breakwater(shop, ['retry', 'a'])).code).toBe(3);
  });
});

describe('a run that is reviewed', () => {
  it('says what waits and how to answer; approve and reject go on with it', async () => {
    const shop = aShop({ 'breakwater.tasks.yaml': TASKS.replace('Write nothing', 'Write [b.txt]') });
    const ran = await breakwater(shop, ['execute', '--review', 'task', '--concurrency', '2']);
    expect(ran.code).toBe(1);
    expect(ran.stdout.replace(/\s+/g, ' ')).toContain('a: its session ended well; it waits for your review.');
    expect(ran.stdout).toContain('breakwater approve');
    const rejected = await breakwater(shop, ['reject', 'a', '--reason', 'not now']);
    expect([rejected.code, rejected.stderr.split('\n')[0]]).toEqual([1, 'a is rejected. The run goes on.']);
    expect((await breakwater(shop, ['status'])).stdout).toContain('it was rejected: not now');
    const approved = await breakwater(shop, ['approve', 'b']);
    expect(approved.code).toBe(1);
    expect(approved.stdout).toContain('1 of 2 tasks');
    expect(await breakwater(shop, ['approve', '--json'])).toMatchObject({ code: 3 });
  });
});

describe('in a shallow clone', () => {
  it.each([['plan'], ['backtest']])('%s says on stderr what it lacks, and answers all the same', async (command) => {
    const shop = aShop();
    git(shop, 'commit', '-q', '--allow-empty', '-m', 'Go on');
    const folder = tempFolder('shallow');
    git(folder, 'clone', '-q', '--depth=1', `file://${shop}`, '.');
    const { code, stdout, stderr } = await breakwater(folder, [command]);
    expect([code, stdout === '']).toEqual([0, false]);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'holds 1 commit, so what earlier ones tell about the tasks is missing [W_SHALLOW]',
    );
  });
});
