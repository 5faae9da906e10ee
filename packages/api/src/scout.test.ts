import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_USAGE } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, aRig, type Rig, refused } from './api-rig.testing.js';
import { type PlanOptions, plan } from './plan.js';
import { planFromFile } from './plan-file.js';
import type { ScoutNews } from './scout.js';

/** Answers what HOME/answers.json holds for the task; notes in HOME who began (+) and ended (-), where it was started and with what. */
const CLAUDE = `#!${process.execPath}
const fs = require('node:fs');
if (process.argv.includes('--version')) { console.log('2.1.330 (Claude Code)'); process.exit(0); }
const prompt = fs.readFileSync(0, 'utf8');
const [, task] = /^> (\\S+)/m.exec(prompt);
const log = process.env.HOME + '/log';
const answer = JSON.parse(fs.readFileSync(process.env.HOME + '/answers.json', 'utf8'))[task];
const begun = () => fs.existsSync(log) && fs.statSync(log).size > 0;
while (answer === 'refuse' && !begun()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
fs.appendFileSync(log, '+' + task + ' ');
const { BREAKWATER_SESSION, GIT_OPTIONAL_LOCKS } = process.env;
fs.writeFileSync(process.env.HOME + '/' + task, JSON.stringify({ cwd: process.cwd(), args: process.argv, BREAKWATER_SESSION, GIT_OPTIONAL_LOCKS }));
const result = { type: 'result', subtype: 'success', is_error: false, terminal_reason: 'completed', num_turns: 1, total_cost_usd: 0.03, usage: {}, result: '' };
const refusal = { is_error: true, terminal_reason: 'api_error', api_error_status: 400, result: 'no' };
const end = () => {
  fs.appendFileSync(log, '-' + task + ' ');
  console.log(JSON.stringify({ ...result, ...(answer === 'refuse' ? refusal : { structured_output: { files: answer === 'together' ? [] : answer } }) }));
  process.exit(0);
};
if (answer !== 'together') end();
setInterval(() => fs.readFileSync(log, 'utf8').split('+').length > 2 && end(), 20);
`;

const theme = { path: 'src/theme.ts', sure: 'certain' };
const login = { path: 'src/login.ts', sure: 'likely' };

/** What a session says of each task: files; `refuse`, which waits to begin until another has; or `together`, which waits until another has begun and names none. */
function aScoutRig(answers: Readonly<Record<string, readonly object[] | 'refuse' | 'together'>>): Rig {
  const claude = join(tempFolder('claude'), 'claude');
  writeFileSync(claude, CLAUDE, { mode: 0o755 });
  const tasks = Object.keys(answers).map((id) => `  - { id: ${id}, title: ${id}, brief: "Tidy ${id} up" }`);
  const rig = aRig(
    {},
    {
      'breakwater.tasks.yaml': `tasks:\n${tasks.join('\n')}\n`,
      'breakwater.config.yaml': `claude: { command: ${claude} }\n`,
      'src/login.ts': 'export const login = 1;\n',
      'src/theme.ts': 'export const theme = 1;\n',
    },
  );
  writeFileSync(join(rig.home, 'answers.json'), JSON.stringify(answers));
  return rig;
}

async function planned(rig: Rig, options: PlanOptions = {}) {
  const { plan: made, scouting } = accepted(await plan(options, rig.world));
  const writes = Object.fromEntries(
    made.tasks.map(({ id, writes: all }) => [
      id,
      all.filter(({ p }) => p > 0.5).map(({ path, evidence: [first] }) => `${path} ${first?.detail}`),
    ]),
  );
  return { made, scouting, writes };
}

function log({ home }: Rig): string {
  return existsSync(join(home, 'log')) ? readFileSync(join(home, 'log'), 'utf8') : '';
}

function noted({ home }: Rig, task: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(home, task), 'utf8')) as Readonly<Record<string, unknown>>;
}

function keptIn({ root }: Rig): readonly string[] {
  const folder = join(root, '.git/breakwater/scouts');
  return existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/^.*\./, '')) : [];
}

describe('a plan with scouting', () => {
  it('asks about each task once, rests on the answers, and asks nobody the next time', async () => {
    const rig = aScoutRig({ a: [theme], b: [theme, login] });
    const plain = await planned(rig);
    expect([plain.made.waves, plain.made.scouted, plain.scouting]).toEqual([[['a', 'b']], undefined, undefined]);
    const told: ScoutNews[] = [];
    const first = await planned(rig, { scout: 'ask', onScout: (news) => told.push(news) });
    expect(first.writes).toEqual({
      a: ['src/theme.ts scout: certain'],
      b: ['src/theme.ts scout: certain', 'src/login.ts scout: likely'],
    });
    expect([first.made.waves, first.made.scouted]).toEqual([[['a'], ['b']], true]);
    expect(told.map(({ done, of, kept, usage: { usd } }) => [done, of, kept, usd])).toEqual([
      [0, 2, 0, 0],
      [1, 2, 0, 0.03],
      [2, 2, 0, 0.06],
    ]);
    expect(first.scouting).toMatchObject({ asked: 2, usage: { usd: 0.06 }, unanswered: [] });
    expect(keptIn(rig)).toEqual(['json', 'json']);
    const second = await planned(rig, { scout: 'ask' });
    expect(second.made).toEqual(first.made);
    expect(second.scouting).toMatchObject({ asked: 0, usage: NO_USAGE });
    expect(log(rig).match(/\+/g)).toHaveLength(2);
  });

  it('leaves the prediction of a task whose session fails as it is, and asks again the next time', async () => {
    const rig = aScoutRig({ a: [theme], b: 'refuse' });
    const plain = await planned(rig);
    const { writes, made, scouting } = await planned(rig, { scout: 'ask' });
    expect([writes['b'], made.waves]).toEqual([plain.writes['b'], [['a', 'b']]]);
    expect(scouting).toMatchObject({ asked: 2, usage: { usd: 0.06 } });
    expect(scouting?.unanswered).toEqual([{ task: 'b', failure: { reason: 'api-error', status: 400, message: 'no' } }]);
    expect([...keptIn(rig)].sort()).toEqual(['json', 'log']);
    expect((await planned(rig, { scout: 'ask' })).made.id).toBe(made.id);
    expect(log(rig).match(/\+\w/g)).toEqual(['+a', '+b', '+b']);
  });

  it('asks as many at once as sessions may run', async () => {
    const one = aScoutRig({ a: [theme], b: [theme], c: [theme] });
    await planned(one, { scout: 'ask', concurrency: 1 });
    expect(log(one)).toBe('+a -a +b -b +c -c ');
    const two = aScoutRig({ a: 'together', b: 'together' });
    expect((await planned(two, { scout: 'ask', concurrency: 2 })).scouting).toMatchObject({ asked: 2, unanswered: [] });
  });

  it('asks no more when it is told to stop', async () => {
    const rig = aScoutRig({ a: [theme], b: [theme] });
    const { scouting, made } = await planned(rig, {
      scout: 'ask',
      concurrency: 1,
      onScout: ({ done }) => done === 1 && rig.stop(),
    });
    expect(scouting?.unanswered).toEqual([{ task: 'b' }]);
    expect([log(rig), made.scouted]).toEqual(['+a -a ', true]);
  });
});

describe('a scouting session', () => {
  it('reads the checkout when that is what is planned, under a mark of its own, and else finds nothing to read', async () => {
    const rig = aScoutRig({ a: [theme] });
    await planned(rig, { scout: 'ask' });
    const { args, ...rest } = noted(rig, 'a');
    const { tag } = await rig.repository();
    expect(rest).toEqual({ cwd: rig.root, BREAKWATER_SESSION: `scout/${tag}/a/${process.pid}`, GIT_OPTIONAL_LOCKS: '0' });
    expect(args).toEqual(expect.arrayContaining(['--tools', 'Read,Grep,Glob', '--max-budget-usd', '0.2', '--max-turns', '12']));
    rig.git('commit', '-q', '--allow-empty', '-m', 'Move on');
    await planned(rig, { scout: 'ask', base: 'HEAD~1' });
    expect(log(rig)).toBe('+a -a ');
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, title: a, brief: Another }]\n' });
    await planned(rig, { scout: 'ask', base: 'HEAD~1' });
    const { cwd, args: blind } = noted(rig, 'a');
    expect(existsSync(String(cwd))).toBe(false);
    expect(JSON.stringify(blind)).toContain('"--tools","","--setting-sources"');
  });

  it('is not started by a session, nor without claude or temporary folder; kept answers need nothing', async () => {
    const rig = aScoutRig({ a: [theme] });
    const inside = { ...rig.world, environment: { ...rig.world.environment, BREAKWATER_SESSION: 'x/y' } };
    expect(refused(await plan({ scout: 'ask' }, inside))).toMatchObject({ code: 'E_NESTED_RUN' });
    const homeless = { ...rig.world, environment: { ...rig.world.environment, TMPDIR: '/nowhere' } };
    expect(refused(await plan({ scout: 'ask' }, homeless))).toMatchObject({ code: 'E_TEMP' });
    const { made } = await planned(rig, { scout: 'ask' });
    expect(accepted(await plan({ scout: 'ask' }, inside)).plan).toEqual(made);
    rig.write({ 'breakwater.config.yaml': 'claude: { command: /nowhere/claude }\n' });
    expect((await planned(rig, { scout: 'kept' })).made.id).toBe(made.id);
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: a, title: a, brief: Another }]\n' });
    expect(refused(await plan({ scout: 'ask' }, rig.world))).toMatchObject({ code: 'E_CLAUDE_MISSING' });
  });
});

describe('a plan file with scouting', () => {
  it('is made again from the answers that are kept, and asks nobody', async () => {
    const rig = aScoutRig({ a: [theme], b: [theme] });
    const { made } = await planned(rig, { scout: 'ask' });
    rig.write({ 'plan.json': JSON.stringify(made) });
    const asked = log(rig);
    expect(accepted(await planFromFile('plan.json', { replan: false }, rig.world)).plan).toEqual(made);
    rmSync(join(rig.root, '.git/breakwater/scouts'), { recursive: true });
    const failure = refused(await planFromFile('plan.json', { replan: false }, rig.world));
    expect(failure).toEqual({
      reason: 'plan-changed',
      differences: ['the waves would now be a + b', 'no answer of a scouting session is kept here about a, b'],
    });
    expect(log(rig)).toBe(asked);
    rig.write({ 'plan.json': JSON.stringify({ ...made, scouted: 'yes' }) });
    expect(refused(await planFromFile('plan.json', { replan: false }, rig.world)).reason).toBe('bad-input');
  });
});
