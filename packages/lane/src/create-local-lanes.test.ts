import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitId, taskId } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { describe, expect, test } from 'vitest';
import { freeRange, listenOn } from './free-ports.testing.js';
import { aRig, RUN, tempFolder, writeFiles } from './lane-rig.testing.js';

const USAGE = { inputTokens: 0, outputTokens: 0, turns: 0, seconds: expect.any(Number) };
const NOTHING_SPENT = { usd: 0, inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 };
const COMMIT = "git('add', '-A'); git('commit', '-q', '-m', 'By the session');";
const WAIT = 'setInterval(() => {}, 1000);';

describe('a lane', () => {
  test('goes through its phases and ends with the commit the session made', async () => {
    const rig = await aRig();
    const order = rig.order('api', `fs.writeFileSync('b.txt', fs.readFileSync(0)); ${COMMIT}`);
    const end = await rig.lanes.open(order, rig.handler);
    const commit = rig.git('rev-parse', order.branch);
    expect(end).toEqual({ end: 'committed', commit, savedByUs: false, usage: USAGE });
    expect(rig.git('show', `${commit}:b.txt`)).toBe('Do api.');
    expect(rig.news).toEqual(
      ['open', 'prepare', 'session', 'save'].map((phase, n) => ({ id: order.id, seq: n + 1, news: { kind: 'phase', phase } })),
    );
    expect(readdirSync(rig.worktrees)).toEqual(['api']);
  });

  test('changes nothing of the user’s', async () => {
    const rig = await aRig({ 'a.txt': 'a\n', '.gitignore': '.env\n' });
    writeFiles(rig.shop, { 'a.txt': 'changed\n', 'new.txt': 'new\n', '.env': 'SECRET=1\n' });
    rig.git('stash', 'list');
    const before = rig.fingerprint();
    const end = await rig.lanes.open(rig.order('api', "fs.writeFileSync('a.txt', 'theirs')"), rig.handler);
    await rig.lanes.verify(rig.verifyOrder(rig.base, ['cat a.txt > out.txt']), rig.handler);
    await rig.lanes.close({ run: RUN, task: taskId('api'), attempt: 1 });
    expect(end.end).toBe('committed');
    expect(rig.fingerprint()).toEqual(before);
  });

  test('commits what the session left uncommitted, new files and removals too', async () => {
    const rig = await aRig();
    const order = rig.order('api', "fs.writeFileSync('b.txt', 'b'); fs.rmSync('a.txt');");
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toMatchObject({ end: 'committed', savedByUs: true });
    expect(rig.git('show', '--format=%s', '--name-status', order.branch)).toBe('Work of api\n\nD\ta.txt\nA\tb.txt');
  });

  test('whose session left a merge of its own in conflict has not done its task, unless nothing of the conflict is left', async () => {
    const rig = await aRig();
    const merge = `fs.writeFileSync('a.txt', 'one\\n'); ${COMMIT} git('checkout', '-q', '-b', 'side', 'HEAD~1');
      fs.writeFileSync('a.txt', 'two\\n'); ${COMMIT} git('checkout', '-q', '-');
      try { git('merge', '-q', 'side'); } catch {}`;
    const left = rig.order('left', merge);
    const failure = { reason: 'session-failed', exitCode: 0, message: 'it left conflict markers in a.txt' };
    const end = await rig.lanes.open(left, rig.handler);
    expect(end).toEqual({ end: 'failed', failure, commit: rig.git('rev-parse', left.branch), usage: USAGE });
    const resolved = rig.order('resolved', `${merge.replaceAll('side', 'other')} fs.writeFileSync('a.txt', 'both\\n');`);
    expect(await rig.lanes.open(resolved, rig.handler)).toMatchObject({ end: 'committed', savedByUs: true });
    expect(rig.git('show', `${resolved.branch}:a.txt`)).toBe('both');
  });

  test('whose session left something that git cannot read has done the rest, and it is said', async () => {
    const rig = await aRig({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
    const pipe = "fs.rmSync('a.txt'); require('node:child_process').execFileSync('mkfifo', ['a.txt']);";
    const order = rig.order('api', `${pipe} fs.writeFileSync('b.txt', 'changed');`);
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed', savedByUs: true });
    expect(rig.git('diff', '--name-only', rig.base, order.branch)).toBe('b.txt');
    const text = `a.txt cannot be read by git, so it is not in the commit; it is still in ${join(rig.worktrees, 'api')}`;
    expect(rig.news.map(({ news }) => news)).toContainEqual({ kind: 'warning', text });
    expect(await rig.anew().salvage(order)).toMatchObject({ commit: rig.git('rev-parse', order.branch) });
  });

  test('saves the work of a session that failed', async () => {
    const rig = await aRig();
    const order = rig.order('api', "fs.writeFileSync('b.txt', 'b'); console.error('no luck'); process.exitCode = 3;");
    const end = await rig.lanes.open(order, rig.handler);
    const failure = { reason: 'session-failed', exitCode: 3, message: 'no luck' };
    expect(end).toEqual({ end: 'failed', failure, commit: rig.git('rev-parse', order.branch), usage: USAGE });
    expect(rig.git('show', `${order.branch}:b.txt`)).toBe('b');
  });

  test('that failed and left nothing has no commit', async () => {
    const rig = await aRig();
    const end = await rig.lanes.open(rig.order('api', 'process.exitCode = 3'), rig.handler);
    expect(end).toEqual({
      end: 'failed',
      failure: { reason: 'session-failed', exitCode: 3, message: 'exit code 3' },
      usage: USAGE,
    });
  });

  test('whose session changed nothing has failed', async () => {
    const rig = await aRig();
    expect(await rig.lanes.open(rig.order('api', ''), rig.handler)).toEqual({
      end: 'failed',
      failure: { reason: 'no-change' },
      usage: USAGE,
    });
  });

  test.each([
    ['begins a history of its own', "git('checkout', '-q', '--orphan', 'other');"],
    ['goes back behind its base', "git('reset', '-q', '--hard', 'HEAD~1');"],
  ])('whose session %s cannot be integrated, and its commit is told', async (_, script) => {
    const rig = await aRig();
    rig.git('commit', '-q', '--allow-empty', '-m', 'Second');
    const base = (await rig.repository.head()).commit!;
    const order = rig.order('api', `${script} fs.writeFileSync('b.txt', 'b'); ${COMMIT}`, { base });
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toMatchObject({
      end: 'failed',
      failure: { reason: 'off-base' },
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    // Its own branch holds nothing of its own.
    expect(JSON.stringify(rig.news)).not.toContain('holds commits');
  });

  test.each([
    ['ended', '', { end: 'committed', savedByUs: true }],
    ['failed', 'process.exitCode = 3;', { end: 'failed', failure: { reason: 'session-failed' } }],
  ])('whose session deleted its branch and %s keeps all it left as a commit', async (_, script, expected) => {
    const rig = await aRig();
    const gone = "git('update-ref', '-d', 'refs/heads/breakwater/7f3a/api'); fs.writeFileSync('c.txt', 'c');";
    const order = rig.order('api', `fs.writeFileSync('b.txt', 'b'); ${COMMIT} ${gone} ${script}`);
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toMatchObject(expected);
    const commit = 'commit' in end ? (end.commit ?? '') : '';
    expect(rig.git('log', '--format=%s', `${rig.base}..${commit}`)).toBe('Work of api\nBy the session');
    expect(rig.git('ls-tree', '--name-only', commit).split('\n')).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  test('whose session ends looking back, at an older commit of its branch, has done all that its branch holds', async () => {
    const rig = await aRig();
    const twice = ['b', 'c'].map((name) => `fs.writeFileSync('${name}', ''); ${COMMIT}`).join(' ');
    const order = rig.order('api', `${twice} git('checkout', '-q', 'HEAD~1');`);
    const commit = () => rig.git('rev-parse', order.branch);
    expect(await rig.lanes.open(order, rig.handler)).toEqual({
      end: 'committed',
      commit: commit(),
      savedByUs: false,
      usage: USAGE,
    });
    expect(rig.git('ls-tree', '--name-only', commit()).split('\n')).toEqual(['a.txt', 'b', 'c']);
  });

  test('whose session began anew elsewhere ends where it is, and what its branch holds besides is named', async () => {
    const rig = await aRig();
    const script = `fs.writeFileSync('b', ''); ${COMMIT} git('checkout', '-q', '--detach', 'HEAD~1'); fs.writeFileSync('c', '');`;
    const order = rig.order('api', script);
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toMatchObject({ end: 'committed', savedByUs: true });
    const commit = 'commit' in end ? (end.commit ?? '') : '';
    expect(rig.git('diff', '--name-only', rig.base, commit)).toBe('c');
    expect(rig.git('diff', '--name-only', rig.base, order.branch)).toBe('b');
    const text = `refs/heads/${order.branch} holds commits that the one it ended on, ${commit.slice(0, 7)}, does not go on from; they are not integrated and stay there`;
    expect(rig.news.map(({ news }) => news)).toContainEqual({ kind: 'warning', text });
  });

  test('whose folder vanished is lost, and what was committed before is told', async () => {
    const rig = await aRig();
    const order = rig.order('api', `fs.writeFileSync('b.txt', 'b'); ${COMMIT} fs.rmSync(process.cwd(), { recursive: true });`);
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toEqual({
      end: 'failed',
      failure: { reason: 'lost', message: expect.stringContaining('is gone'), gone: true },
      commit: rig.git('rev-parse', order.branch),
      usage: USAGE,
    });
  });

  test('whose folder vanished while it was prepared is lost, and no command is to blame', async () => {
    const rig = await aRig();
    const order = rig.order('api', '', { prepare: [`rm -rf '${join(rig.worktrees, 'api')}'; exit 1`] });
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toMatchObject({ failure: { reason: 'lost', message: expect.stringContaining('is gone'), gone: true } });
  });

  test('names a repository inside it, whose files no commit can hold', async () => {
    const rig = await aRig();
    const script =
      "fs.mkdirSync('inner'); git('-C', 'inner', 'init', '-q'); fs.writeFileSync('inner/x', 'x'); fs.writeFileSync('b.txt', 'b');";
    expect((await rig.lanes.open(rig.order('api', script), rig.handler)).end).toBe('committed');
    const warnings = rig.news.flatMap(({ news }) => (news.kind === 'warning' ? [news.text] : []));
    expect(warnings).toEqual(['inner is a git repository of its own: what is in it is not in the commit']);
  });

  test('asked for twice is opened once', async () => {
    const rig = await aRig();
    const order = rig.order('api', "fs.appendFileSync('b.txt', 'b')");
    const [one, two] = await Promise.all([rig.lanes.open(order, rig.handler), rig.lanes.open(order, rig.handler)]);
    expect(two).toEqual(one);
    expect(await rig.lanes.open(order, rig.handler)).toEqual(one);
    expect(rig.git('show', `${order.branch}:b.txt`)).toBe('b');
  });

  test('that is there already is used again', async () => {
    const rig = await aRig();
    const order = rig.order('api', "fs.appendFileSync('b.txt', 'b')");
    await rig.lanes.open(order, rig.handler);
    expect(await rig.anew().open(order, rig.handler)).toMatchObject({ end: 'committed' });
    expect(rig.git('show', `${order.branch}:b.txt`)).toBe('bb');
  });

  test('has a folder and a branch for each attempt', async () => {
    const rig = await aRig();
    const second = { id: { run: RUN, task: taskId('api'), attempt: 2 } };
    await rig.lanes.open(rig.order('api', 'process.exitCode = 1'), rig.handler);
    await rig.lanes.open(rig.order('api', "fs.writeFileSync('b.txt', 'b')", second), rig.handler);
    expect(readdirSync(rig.worktrees).sort()).toEqual(['api', 'api@2']);
    expect(rig.git('branch', '--list', 'breakwater/*', '--format=%(refname:short)').split('\n')).toEqual([
      'breakwater/7f3a/api',
      'breakwater/7f3a/api@2',
    ]);
  });

  test('whose folder was deleted by hand is not opened, and says why', async () => {
    const rig = await aRig();
    const order = rig.order('api', '');
    await rig.lanes.open(order, rig.handler);
    rmSync(join(rig.worktrees, 'api'), { recursive: true });
    expect(await rig.anew().open(order, rig.handler)).toEqual({
      end: 'failed',
      failure: { reason: 'worktree', message: expect.stringContaining('is checked out at') },
      usage: NOTHING_SPENT,
    });
  });

  test('whose folder is taken by something else is not opened', async () => {
    const rig = await aRig();
    writeFiles(rig.worktrees, { 'api/mine.txt': 'mine' });
    const end = await rig.lanes.open(rig.order('api', ''), rig.handler);
    expect(end).toEqual({
      end: 'failed',
      failure: { reason: 'worktree', message: expect.stringContaining('is not empty') },
      usage: NOTHING_SPENT,
    });
    expect(readFileSync(join(rig.worktrees, 'api/mine.txt'), 'utf8')).toBe('mine');
  });
});

describe('its environment', () => {
  test('tells lanes apart by number, ports, templates and temporary folder', async () => {
    const web = await freeRange(10);
    const config = { lanes: { env: { PORT: '{port:web}', DB: 'shop_{lane}_{task}' }, ports: { web } } };
    const rig = await aRig({}, { config });
    const names = ['BREAKWATER_LANE', 'BREAKWATER_PORT_WEB', 'BREAKWATER_SESSION', 'DB', 'NX_DAEMON', 'PORT'];
    const script = `const e = process.env; fs.writeFileSync('env.json', JSON.stringify([...${JSON.stringify(names)}.map((n) => e[n]), fs.statSync(e.TMPDIR).isDirectory() && !e.TMPDIR.startsWith(process.cwd()), e.TMPDIR]))`;
    await rig.lanes.open(rig.order('api', script, { lane: 2 }), rig.handler);
    const [temp, ...told] = JSON.parse(rig.git('show', 'breakwater/7f3a/api:env.json')).reverse();
    expect(told.reverse()).toEqual([
      '2',
      String(web[0] + 2),
      `${rig.repository.tag}/7f3a/api/1/${process.pid}`,
      'shop_2_api',
      'false',
      String(web[0] + 2),
      true,
    ]);
    expect(existsSync(temp)).toBe(false);
  });

  test('a port range that is too small stops the lane before anything is made', async () => {
    const web = await freeRange(2);
    const rig = await aRig({}, { config: { lanes: { env: {}, ports: { web } } } });
    const theirs = await Promise.all(web.map((port) => listenOn(port)));
    expect(await rig.lanes.open(rig.order('api', '', { lane: 2 }), rig.handler)).toEqual({
      end: 'failed',
      failure: { reason: 'worktree', message: `the port range web (${web.join('-')}) has no free port for lane 2` },
      usage: NOTHING_SPENT,
    });
    expect(existsSync(rig.worktrees)).toBe(false);
    for (const server of theirs) server?.close();
  });
});

describe('tearing down', () => {
  const note = (word: string) => `echo ${word} $BREAKWATER_TASK $DB >> "$NOTES"`;
  const shop = async (rest: object = {}) => {
    const notes = join(tempFolder(), 'notes');
    const env = { DB: 'shop_{lane}', NOTES: notes };
    const rig = await aRig(
      {},
      { config: { prepare: [note('made')], teardown: [note('gone')], lanes: { env, ports: {} }, ...rest } },
    );
    return { rig, notes: () => readFileSync(notes, 'utf8').trim().split('\n') };
  };

  test('follows the session, whatever came of it, with the names the lane had', async () => {
    const { rig, notes } = await shop();
    await rig.lanes.open(rig.order('api', "fs.writeFileSync('a.txt', '')", { lane: 2 }), rig.handler);
    await rig.lanes.open(rig.order('web', 'process.exit(3)', { lane: 1 }), rig.handler);
    expect(notes()).toEqual(['made api shop_2', 'gone api shop_2', 'made web shop_1', 'gone web shop_1']);
  });

  test('follows the last verification, once', async () => {
    const { rig, notes } = await shop();
    for (const command of ['true', 'false']) await rig.lanes.verify(rig.verifyOrder(rig.base, [command]), rig.handler);
    expect(notes()).toEqual(['made api shop_3']);
    await rig.lanes.leave(RUN);
    expect(notes()).toEqual(['made api shop_3', 'gone api shop_3']);
  });

  test('is done for a session whose orchestrator died', async () => {
    const { rig, notes } = await shop();
    const order = rig.order('api', "fs.writeFileSync('a.txt', '')", { lane: 1 });
    await rig.repository.addWorktree({
      path: join(rig.worktrees, 'api'),
      branch: order.branch,
      base: rig.base,
      reason: 'breakwater',
    });
    await rig.anew().salvage(order);
    expect(notes()).toEqual(['gone api shop_1']);
  });

  test('that fails is told and changes nothing', async () => {
    const { rig, notes } = await shop({ teardown: ['echo no database >&2; exit 4', note('gone')] });
    const end = await rig.lanes.open(rig.order('api', "fs.writeFileSync('a.txt', '')"), rig.handler);
    const warnings = rig.news.flatMap(({ news }) => (news.kind === 'warning' ? [news.text] : []));
    expect([end.end, warnings, notes().length]).toEqual([
      'committed',
      ['teardown failed (echo no database >&2; exit 4, exit code 4): no database'],
      2,
    ]);
  });
});

describe('preparing', () => {
  test('brings the files git does not, and none that would be committed, replaced, or lead elsewhere', async () => {
    const rig = await aRig({ '.gitignore': '.env\n.env.link\nout\n', 'apps/api/main.ts': '', '.env.example': 'tracked\n' });
    const outside = tempFolder();
    writeFiles(outside, { secret: 'outside' });
    writeFiles(rig.shop, {
      '.env': 'ROOT=1',
      'apps/api/.env': 'API=1',
      '.env.example': 'edited',
      '.env.local': 'not ignored',
      'node_modules/x/.env': '',
    });
    symlinkSync(join(outside, 'secret'), join(rig.shop, '.env.link'));
    const script =
      "fs.writeFileSync('seen.json', JSON.stringify(['.env', 'apps/api/.env', '.env.example', '.env.local', '.env.link', 'node_modules'].map((f) => fs.existsSync(f) && fs.readFileSync(f, 'utf8'))))";
    await rig.lanes.open(rig.order('api', script), rig.handler);
    expect(JSON.parse(rig.git('show', 'breakwater/7f3a/api:seen.json'))).toEqual([
      'ROOT=1',
      'API=1',
      'tracked\n',
      false,
      false,
      false,
    ]);
    expect(rig.git('show', '--format=', '--name-only', 'breakwater/7f3a/api')).toBe('seen.json');
    expect(rig.news.flatMap(({ news }) => (news.kind === 'warning' ? [news.text] : []))).toEqual([
      '.env.local is not copied: git does not ignore it, so it would be committed',
    ]);
  });

  test('runs the order’s commands in the worktree before the session', async () => {
    const rig = await aRig({ '.gitignore': 'made\n' });
    const script = "fs.writeFileSync('seen', fs.readFileSync('made'))";
    const end = await rig.lanes.open(rig.order('api', script, { prepare: ['echo {task} > made'] }), rig.handler);
    expect(end.end).toBe('committed');
    expect(rig.git('show', 'breakwater/7f3a/api:seen')).toBe('api');
  });

  test('that fails ends the lane without a session, and its log is kept', async () => {
    const rig = await aRig();
    const order = rig.order('api', "fs.writeFileSync('b.txt', 'b')", { prepare: ['echo begun; exit 7', 'true'] });
    expect(await rig.lanes.open(order, rig.handler)).toEqual({
      end: 'failed',
      failure: { reason: 'prepare', command: 'echo begun; exit 7', exitCode: 7, tail: 'begun' },
      usage: NOTHING_SPENT,
    });
    expect(readFileSync(join(rig.logs, 'api.prepare.log'), 'utf8')).toBe('begun\n');
    expect(existsSync(join(rig.worktrees, 'api/b.txt'))).toBe(false);
  });

  test('takes the configured commands when the order names none', async () => {
    const rig = await aRig({}, { config: { prepare: ['exit 9'] } });
    expect(await rig.lanes.open(rig.order('api', ''), rig.handler)).toMatchObject({
      failure: { reason: 'prepare', exitCode: 9 },
    });
  });
});

describe('a stop', () => {
  const up = (rig: { readonly worktrees: string }, task: string) =>
    expect.poll(() => existsSync(join(rig.worktrees, task, 'up')), { interval: 10, timeout: 10_000 }).toBe(true);
  const UP = `fs.writeFileSync('work.txt', 'half'); fs.writeFileSync('up', ''); ${WAIT}`;

  test('ends the session and saves what it had', async () => {
    const rig = await aRig();
    const order = rig.order('api', UP);
    const end = rig.lanes.open(order, rig.handler);
    await up(rig, 'api');
    await rig.lanes.stop(RUN);
    expect(await end).toEqual({ end: 'stopped', commit: rig.git('rev-parse', order.branch), usage: USAGE });
    expect(rig.git('show', `${order.branch}:work.txt`)).toBe('half');
  });

  test('of one lane leaves the others at work', async () => {
    const rig = await aRig();
    const [api, web] = [rig.order('api', UP), rig.order('web', UP, { lane: 1 })];
    const ends = [rig.lanes.open(api, rig.handler), rig.lanes.open(web, rig.handler)];
    await Promise.all([up(rig, 'api'), up(rig, 'web')]);
    await rig.lanes.stop(RUN, api.id);
    expect((await ends[0])?.end).toBe('stopped');
    expect(await Promise.race([ends[1], 'still at work'])).toBe('still at work');
    await rig.lanes.stop(RUN);
    expect((await ends[1])?.end).toBe('stopped');
  });

  test('while preparing begins no session', async () => {
    const rig = await aRig();
    const order = rig.order('api', "fs.writeFileSync('b.txt', 'b')", { prepare: ['touch up; sleep 60'] });
    const end = rig.lanes.open(order, rig.handler);
    await up(rig, 'api');
    await rig.lanes.stop(RUN);
    expect(await end).toEqual({ end: 'stopped', usage: NOTHING_SPENT });
    expect(existsSync(join(rig.worktrees, 'api/b.txt'))).toBe(false);
  });

  test('of another run is nothing to us', async () => {
    const rig = await aRig();
    const end = rig.lanes.open(rig.order('api', UP), rig.handler);
    await up(rig, 'api');
    await rig.lanes.stop('beef' as typeof RUN);
    expect(await Promise.race([end, 'still at work'])).toBe('still at work');
    await rig.lanes.stop(RUN);
    await end;
  });
});

test('two lanes work at the same time: each waits for what the other writes', async () => {
  const rig = await aRig();
  const meet = (mine: string, other: string) => {
    const path = (name: string) => JSON.stringify(join(rig.logs, name));
    return `fs.mkdirSync(${JSON.stringify(rig.logs)}, { recursive: true }); fs.writeFileSync(${path(mine)}, '');
      const look = () => (fs.existsSync(${path(other)}) ? fs.writeFileSync('met', '') : setTimeout(look, 5)); look();`;
  };
  const ends = await Promise.all([
    rig.lanes.open(rig.order('api', meet('api', 'web')), rig.handler),
    rig.lanes.open(rig.order('web', meet('web', 'api'), { lane: 1 }), rig.handler),
  ]);
  expect(ends.map((one) => one.end)).toEqual(['committed', 'committed']);
});

describe('verify', () => {
  const commits = (rig: Awaited<ReturnType<typeof aRig>>, ...files: readonly Readonly<Record<string, string>>[]) =>
    files.map((one) => {
      writeFiles(rig.shop, one);
      rig.git('add', '-A');
      rig.git('commit', '-q', '-m', 'More');
      return rig.git('rev-parse', 'HEAD');
    });

  test('runs commands on the exact tree, with base, head and task', async () => {
    const rig = await aRig();
    const [head = ''] = commits(rig, { 'a.txt': 'new\n' });
    const command = 'grep -q new a.txt && echo {task} {base} {head}';
    expect(await rig.lanes.verify(rig.verifyOrder(head, [command]), rig.handler)).toEqual({
      end: 'passed',
      seconds: expect.any(Number),
    });
    expect(readFileSync(join(rig.logs, 'api.verify.log'), 'utf8')).toBe(`api ${rig.base} ${head}\n`);
    expect(rig.news.map(({ news }) => news)).toEqual([{ kind: 'phase', phase: 'verify' }]);
  });

  test('tells which command failed and what it said last', async () => {
    const rig = await aRig();
    expect(await rig.lanes.verify(rig.verifyOrder(rig.base, ['true', 'echo wrong; exit 2', 'true']), rig.handler)).toEqual({
      end: 'failed',
      failure: { reason: 'verify', command: 'echo wrong; exit 2', exitCode: 2, tail: 'wrong' },
    });
  });

  test('hands a command the files that changed and are still there, each as one word', async () => {
    const rig = await aRig();
    const [base = ''] = commits(rig, { 'gone.txt': 'x', 'same.txt': 'x' });
    rig.git('rm', '--quiet', 'gone.txt');
    const [head = ''] = commits(rig, { '-n.txt': 'n', "it's here; $(id).txt": 's' });
    const order = { ...rig.verifyOrder(head, ["printf '<%s>' {files}"]), base: commitId(base) };
    expect((await rig.lanes.verify(order, rig.handler)).end).toBe('passed');
    expect(readFileSync(join(rig.logs, 'api.verify.log'), 'utf8')).toContain("<./-n.txt><it's here; $(id).txt>");
  });

  test('moves on to the next commit without what the last verification left or changed', async () => {
    const rig = await aRig({ 'a.txt': 'a\n', '.gitignore': 'kept\n' });
    const [one = '', two = ''] = commits(rig, { 'a.txt': 'one\n' }, { 'a.txt': 'two\n' });
    await rig.lanes.verify(
      rig.verifyOrder(one, ['echo spoiled > a.txt; touch left kept; mkdir -p d && touch d/left']),
      rig.handler,
    );
    const command = 'cat a.txt && test ! -e left && test ! -e d && test -e kept';
    expect((await rig.lanes.verify(rig.verifyOrder(two, [command]), rig.handler)).end).toBe('passed');
    expect(readFileSync(join(rig.logs, 'api.verify.log'), 'utf8')).toBe('two\n');
  });

  test('prepares again only when what it depends on has changed', async () => {
    const rig = await aRig({ 'a.txt': 'a\n', 'package-lock.json': '1', '.gitignore': 'count\n' });
    const [same = '', other = ''] = commits(rig, { 'a.txt': 'b\n' }, { 'package-lock.json': '2' });
    const prepare = ['echo x >> count'];
    for (const head of [rig.base, same, other, other]) {
      expect((await rig.lanes.verify(rig.verifyOrder(head, ['true'], { prepare }), rig.handler)).end).toBe('passed');
    }
    expect(readFileSync(join(rig.worktrees, '.verify/count'), 'utf8')).toBe('x\nx\n');
  });

  test('a preparation that failed is tried again', async () => {
    const rig = await aRig();
    const order = rig.verifyOrder(rig.base, ['true'], { prepare: [`test -e ${join(rig.worktrees, 'ready')}`] });
    expect(await rig.lanes.verify(order, rig.handler)).toMatchObject({
      end: 'failed',
      failure: { reason: 'prepare', exitCode: 1 },
    });
    writeFileSync(join(rig.worktrees, 'ready'), '');
    expect((await rig.lanes.verify(order, rig.handler)).end).toBe('passed');
  });

  test('one waits for the other, for there is one place', async () => {
    const rig = await aRig();
    const alone = 'mkdir taken && rmdir taken';
    const ends = await Promise.all([1, 2, 3].map(() => rig.lanes.verify(rig.verifyOrder(rig.base, [alone]), rig.handler)));
    expect(ends.map((one) => one.end)).toEqual(['passed', 'passed', 'passed']);
  });

  test('a stop ends it', async () => {
    const rig = await aRig();
    const end = rig.lanes.verify(rig.verifyOrder(rig.base, ['touch up; sleep 60']), rig.handler);
    await expect.poll(() => existsSync(join(rig.worktrees, '.verify/up')), { timeout: 10_000 }).toBe(true);
    await rig.lanes.stop(RUN);
    expect(await end).toEqual({ end: 'stopped' });
  });

  test('one that waits for its turn when the stop comes does not begin', async () => {
    const rig = await aRig();
    const ends = [
      rig.lanes.verify(rig.verifyOrder(rig.base, ['touch up; sleep 60']), rig.handler),
      rig.lanes.verify(rig.verifyOrder(rig.base, [`touch ${join(rig.worktrees, 'second')}`]), rig.handler),
    ];
    await expect.poll(() => existsSync(join(rig.worktrees, '.verify/up')), { timeout: 10_000 }).toBe(true);
    await rig.lanes.stop(RUN);
    expect(await Promise.all(ends)).toEqual([{ end: 'stopped' }, { end: 'stopped' }]);
    expect(existsSync(join(rig.worktrees, 'second'))).toBe(false);
  });

  test('stands beside the sessions with a port and a number of its own', async () => {
    const web = await freeRange(10);
    const rig = await aRig({}, { config: { lanes: { env: { DB: 'shop{lane}' }, ports: { web } } } });
    const command = 'echo $BREAKWATER_PORT_WEB $DB $BREAKWATER_SESSION';
    expect((await rig.lanes.verify(rig.verifyOrder(rig.base, [command]), rig.handler)).end).toBe('passed');
    expect(readFileSync(join(rig.logs, 'api.verify.log'), 'utf8')).toBe(
      `${web[1]} shop3 ${rig.repository.tag}/7f3a/api/verify/${process.pid}\n`,
    );
  });

  test('a commit that does not exist is a failure', async () => {
    const rig = await aRig();
    expect(await rig.lanes.verify(rig.verifyOrder(aCommit(1), ['true']), rig.handler)).toMatchObject({
      end: 'failed',
      failure: { reason: 'worktree' },
    });
  });

  test('a folder that is taken is a failure', async () => {
    const rig = await aRig();
    writeFiles(rig.worktrees, { '.verify/mine.txt': '' });
    expect(await rig.lanes.verify(rig.verifyOrder(rig.base, ['true']), rig.handler)).toMatchObject({
      end: 'failed',
      failure: { reason: 'worktree', message: expect.stringContaining('is not empty') },
    });
  });
});

describe('leave', () => {
  test('gives the verify place back with whatever lies in it; the next verification makes and prepares it again', async () => {
    const rig = await aRig({ 'a.txt': 'a\n', '.gitignore': 'node_modules\n' });
    const commands = ['echo x > left; echo changed > a.txt; mkdir -p node_modules; ls > node_modules/x; git init -q inner'];
    const order = rig.verifyOrder(rig.base, commands, { prepare: [`echo prepared >> ${join(rig.shop, 'count')}`] });
    const verified = rig.lanes.verify(order, rig.handler);
    await rig.lanes.leave(RUN);
    expect((await verified).end).toBe('passed');
    expect(readdirSync(rig.worktrees)).toEqual([]);
    expect(rig.git('worktree', 'list').split('\n')).toHaveLength(1);
    expect((await rig.lanes.verify(order, rig.handler)).end).toBe('passed');
    expect(readFileSync(join(rig.shop, 'count'), 'utf8')).toBe('prepared\nprepared\n');
  });

  test('without a verification is done, and takes no place of a task', async () => {
    const rig = await aRig();
    await rig.lanes.open(rig.order('api', ''), rig.handler);
    await rig.lanes.leave(RUN);
    expect(readdirSync(rig.worktrees)).toEqual(['api']);
  });

  test('leaves a folder that is not ours', async () => {
    const rig = await aRig();
    writeFiles(rig.worktrees, { '.verify/mine.txt': 'mine' });
    await rig.lanes.leave(RUN);
    expect(readFileSync(join(rig.worktrees, '.verify/mine.txt'), 'utf8')).toBe('mine');
  });
});

describe('close', () => {
  test('gives a place back whose work is committed; the branch stays', async () => {
    const rig = await aRig({ '.gitignore': 'ignored\n' });
    const order = rig.order('api', "fs.writeFileSync('b.txt', 'b'); fs.writeFileSync('ignored', '')");
    await rig.lanes.open(order, rig.handler);
    expect(await rig.lanes.close(order.id)).toEqual({ closed: true });
    expect(readdirSync(rig.worktrees)).toEqual([]);
    expect(rig.git('show', `${order.branch}:b.txt`)).toBe('b');
  });

  test('keeps a place that holds something unsaved, and says so', async () => {
    const rig = await aRig();
    const order = rig.order('api', "fs.writeFileSync('b.txt', 'b')");
    await rig.lanes.open(order, rig.handler);
    writeFiles(rig.worktrees, { 'api/later.txt': 'later' });
    expect(await rig.lanes.close(order.id)).toEqual({
      closed: false,
      message: `${join(rig.worktrees, 'api')} holds unsaved work: later.txt`,
    });
    expect(existsSync(join(rig.worktrees, 'api/later.txt'))).toBe(true);
  });

  test('gives one back whose files are those of a commit that is kept, though its branch is elsewhere', async () => {
    const rig = await aRig();
    const order = rig.order('api', `fs.writeFileSync('b.txt', 'b'); ${COMMIT}`);
    await rig.lanes.open(order, rig.handler);
    const kept = commitId(rig.git('rev-parse', order.branch));
    rig.git('update-ref', `refs/heads/${order.branch}`, rig.base);
    expect(await rig.lanes.close(order.id)).toMatchObject({ closed: false });
    expect(await rig.lanes.close(order.id, kept)).toEqual({ closed: true });
  });

  test('of a place that is gone is done', async () => {
    const rig = await aRig();
    expect(await rig.lanes.close(rig.order('api', '').id)).toEqual({ closed: true });
  });
});

describe('salvage', () => {
  test('ends what still runs, commits what is unsaved, gives the place back', async () => {
    const rig = await aRig();
    const order = rig.order('api', 'process.exitCode = 1');
    await rig.lanes.open(order, rig.handler);
    const cwd = join(rig.worktrees, 'api');
    const script = `require('node:fs').writeFileSync('work.txt', 'half'); console.log('up'); ${WAIT}`;
    const env = { PATH: process.env['PATH'], BREAKWATER_SESSION: `${rig.repository.tag}/7f3a/api/1/9` };
    const orphan = spawn(process.execPath, ['-e', script], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(orphan, 'exit');
    await once(orphan.stdout, 'data');
    const { commit } = await rig.anew().salvage({ ...order, commitMessage: 'Salvaged' });
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(rig.git('show', '--format=%s', '--name-only', commit ?? '')).toBe('Salvaged\n\nwork.txt');
    expect(existsSync(cwd)).toBe(false);
  });

  test('answers nothing where nothing is beyond the base', async () => {
    const rig = await aRig();
    const order = rig.order('api', '');
    expect(await rig.lanes.salvage(order)).toEqual({ usage: NOTHING_SPENT });
    await rig.lanes.open(order, rig.handler);
    // It ran, and its program tells nothing.
    expect(await rig.anew().salvage(order)).toEqual({ usage: { inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 } });
    expect(readdirSync(rig.worktrees)).toEqual([]);
  });

  test('finds work whose branch was deleted', async () => {
    const rig = await aRig();
    const order = rig.order('api', 'process.exitCode = 1');
    await rig.lanes.open(order, rig.handler);
    writeFiles(rig.worktrees, { 'api/work.txt': 'half' });
    rig.git('update-ref', '-d', `refs/heads/${order.branch}`);
    const { commit } = await rig.anew().salvage(order);
    expect(rig.git('show', `${commit}:work.txt`)).toBe('half');
    expect(existsSync(join(rig.worktrees, 'api/work.txt'))).toBe(true);
  });

  test.each([{}, { keepPlace: true }])('finds what the branch holds of a session that was looking back (%o)', async (how) => {
    const rig = await aRig();
    const twice = ['b', 'c'].map((name) => `fs.writeFileSync('${name}', ''); ${COMMIT}`).join(' ');
    const order = rig.order('api', `${twice} git('checkout', '-q', 'HEAD~1');`);
    await rig.lanes.open(order, rig.handler);
    expect(await rig.anew().salvage({ ...order, ...how })).toMatchObject({ commit: rig.git('rev-parse', order.branch) });
  });

  test('finds what was committed when the folder is gone', async () => {
    const rig = await aRig();
    const order = rig.order('api', `fs.writeFileSync('b.txt', 'b'); ${COMMIT}`);
    await rig.lanes.open(order, rig.handler);
    rmSync(join(rig.worktrees, 'api'), { recursive: true });
    expect(await rig.anew().salvage(order)).toMatchObject({ commit: rig.git('rev-parse', order.branch) });
  });

  test('saves the work although a killed git left the index locked', async () => {
    const rig = await aRig();
    const order = rig.order('api', 'process.exitCode = 1');
    await rig.lanes.open(order, rig.handler);
    writeFiles(rig.worktrees, { 'api/work.txt': 'half' });
    writeFiles(rig.shop, { '.git/worktrees/api/index.lock': '' });
    const { commit } = await rig.anew().salvage(order);
    expect(rig.git('show', `${commit}:work.txt`)).toBe('half');
  });
});

test('capacity counts what runs and what still fits, and is never none', async () => {
  const gib = 1024 ** 3;
  let free = 2.5 * gib;
  const rig = await aRig({}, { setting: { freeMemory: () => free } });
  expect(await rig.lanes.capacity()).toEqual({ slots: 2 });
  free = 0;
  expect(await rig.lanes.capacity()).toEqual({ slots: 1 });
  mkdirSync(rig.logs, { recursive: true });
  const go = join(rig.logs, 'go');
  const waits = (name: string) =>
    `fs.writeFileSync(${JSON.stringify(join(rig.logs, name))}, ''); const look = () => fs.existsSync(${JSON.stringify(go)}) || setTimeout(look, 5); look();`;
  const ends = ['api', 'web', 'docs'].map((task, lane) => rig.lanes.open(rig.order(task, waits(task), { lane }), rig.handler));
  await expect
    .poll(() => readdirSync(rig.logs).filter((name) => /^(api|web|docs)$/.test(name)).length, { timeout: 10_000 })
    .toBe(3);
  expect(await rig.lanes.capacity()).toEqual({ slots: 3 });
  free = gib;
  expect(await rig.lanes.capacity()).toEqual({ slots: 4 });
  writeFileSync(go, '');
  await Promise.all(ends);
  expect(await rig.lanes.capacity()).toEqual({ slots: 1 });
});
