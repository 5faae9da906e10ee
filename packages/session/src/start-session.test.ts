import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { News } from '@breakwater/model';
import { describe, expect, test } from 'vitest';
import { markedProcesses } from './process/marked-processes.js';
import { MARKER } from './process/marker.js';
import { anOrder, program, tempFolder } from './scripted-world.testing.js';
import type { SessionOrder } from './session.js';
import { startSession } from './start-session.js';

const INIT = { type: 'system', subtype: 'init', session_id: 's-1', model: 'claude-x' };
const EDIT = {
  type: 'assistant',
  message: {
    id: 'm1',
    content: [{ type: 'tool_use', name: 'Edit', input: { file_path: '/w/a.ts' } }],
    usage: { input_tokens: 100, output_tokens: 1 },
  },
};
const RESULT = {
  type: 'result',
  subtype: 'success',
  is_error: false,
  terminal_reason: 'completed',
  num_turns: 2,
  total_cost_usd: 0.25,
  usage: { input_tokens: 200, output_tokens: 50 },
  result: 'I added it.',
};
const SPENT = { usd: 0.25, inputTokens: 200, outputTokens: 50, turns: 2, seconds: expect.any(Number) };

/** A claude that prints these lines once it has its prompt, then does what the source says. */
function claudeSaying(lines: readonly unknown[], then = '', rest: Partial<SessionOrder> = {}) {
  const source = `let prompt = '';
    process.stdin.on('data', (chunk) => { prompt += chunk; });
    process.stdin.on('end', () => {
      for (const line of ${JSON.stringify(lines)}) console.log(typeof line === 'string' ? line : JSON.stringify(line));
      ${then}
    });`;
  const command = program(tempFolder(), 'claude', source);
  return anOrder({ runner: { kind: 'claude' }, claude: { command, permissionMode: 'dontAsk', allow: [] }, ...rest });
}

const kinds = (news: readonly News[]) => news.map((one) => one.kind);

test('a good session: its news, its cost, its last words, its log', async () => {
  const { order, news } = claudeSaying([INIT, EDIT, INIT, RESULT]);
  expect(await startSession(order)).toEqual({ end: 'succeeded', usage: SPENT, summary: 'I added it.' });
  expect(news).toEqual([
    { kind: 'session', sessionId: 's-1', model: 'claude-x' },
    { kind: 'activity', text: 'edits a.ts' },
    { kind: 'usage', usage: { inputTokens: 100, outputTokens: 1, turns: 1, seconds: expect.any(Number) } },
  ]);
  expect(readFileSync(order.logFile, 'utf8')).toBe(
    `${[INIT, EDIT, INIT, RESULT].map((one) => JSON.stringify(one)).join('\n')}\n`,
  );
});

test('prompt on stdin, options as arguments, folder as working folder', async () => {
  const tell =
    "console.log(JSON.stringify({ type: 'result', subtype: 'success', is_error: false, result: JSON.stringify([prompt, process.argv.length > 20, process.cwd()]) }));";
  const { order } = claudeSaying([], tell, { prompt: '--not-an-option\n' });
  const end = await startSession(order);
  expect(end.end === 'succeeded' && JSON.parse(end.summary)).toEqual(['--not-an-option\n', true, order.cwd]);
});

describe('what is no success', () => {
  const failed = (failure: unknown, usage: unknown = SPENT) => ({ end: 'failed', failure, usage });
  const SEEN = { inputTokens: 100, outputTokens: 1, turns: 1, seconds: expect.any(Number) };

  test('turns used up', async () => {
    const result = {
      ...RESULT,
      subtype: 'error_max_turns',
      is_error: true,
      errors: ['Reached maximum number of turns (2)'],
      result: undefined,
    };
    const { order } = claudeSaying([INIT, EDIT, result], 'process.exitCode = 1');
    expect(await startSession(order)).toEqual(
      failed({ reason: 'budget', limit: 'turns', message: 'Reached maximum number of turns (2)' }),
    );
  });

  test('the API refused, although the line says success', async () => {
    const result = { ...RESULT, is_error: true, terminal_reason: 'api_error', api_error_status: 401, result: 'API Error: 401' };
    const { order } = claudeSaying([INIT, result], 'process.exitCode = 1');
    expect(await startSession(order)).toEqual(failed({ reason: 'api-error', status: 401, message: 'API Error: 401' }));
  });

  test('an interrupted session that exits with 0 and prints no result', async () => {
    const { order } = claudeSaying([INIT, EDIT, '{"type":"result","subtype":"succ']);
    expect(await startSession(order)).toEqual(
      failed({ reason: 'session-failed', exitCode: 0, message: 'it ended without a result (exit code 0)' }, SEEN),
    );
  });

  test('a first good turn and a last bad one', async () => {
    const bad = { ...RESULT, subtype: 'error_during_execution', is_error: true, result: undefined };
    const { order } = claudeSaying([INIT, RESULT, bad]);
    expect(await startSession(order)).toMatchObject({ end: 'failed', failure: { reason: 'session-failed', exitCode: 0 } });
  });

  test('options it does not know, told on stderr only', async () => {
    const { order } = claudeSaying([], 'console.error("error: unknown option \'--x\'"); process.exitCode = 1');
    expect(await startSession(order)).toMatchObject({
      failure: { reason: 'session-failed', exitCode: 1, message: "error: unknown option '--x' (exit code 1)" },
    });
  });

  test('a command that is not there', async () => {
    const { order } = anOrder({
      runner: { kind: 'claude' },
      claude: { command: 'no-such-claude', permissionMode: 'dontAsk', allow: [] },
    });
    expect(await startSession(order)).toEqual({
      end: 'failed',
      failure: { reason: 'runner-missing', command: 'no-such-claude', message: expect.stringContaining('ENOENT') },
      usage: { usd: 0, inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 },
    });
  });

  test('time that is up, with what was spent until then', async () => {
    const { order } = claudeSaying([INIT, EDIT], 'setInterval(() => {}, 1000)', { budget: { minutes: 0.5 / 60 } });
    expect(await startSession(order)).toEqual(
      failed({ reason: 'budget', limit: 'minutes', message: expect.stringMatching(/^ended after its limit of/) }, SEEN),
    );
  });
});

test('a session that falls silent is ended, and one that talks on is not', async () => {
  const talk = `let n = 0; const timer = setInterval(() => { console.log('.'); if (++n === 20) clearInterval(timer); }, 50)`;
  const budget = { stall: 0.5 / 60 };
  const command = (script: string) => ({ kind: 'command', command: [process.execPath, '-e', script] }) as const;
  expect((await startSession(anOrder({ runner: command(talk), budget }).order)).end).toBe('succeeded');
  const silent = await startSession(anOrder({ runner: command('setInterval(() => {}, 1000)'), budget }).order);
  expect(silent).toMatchObject({ end: 'failed', failure: { reason: 'budget', limit: 'stall' } });
});

test('a command that ends with 75 asks to be started again', async () => {
  const runner = { kind: 'command', command: ['sh', '-c', 'echo busy now; exit 75'] } as const;
  const failure = { reason: 'api-error', message: 'busy now' };
  expect(await startSession(anOrder({ runner }).order)).toMatchObject({ end: 'failed', failure });
});

test('lines that are no events, a line of 10 MB and broken UTF-8 change nothing', async () => {
  const noise =
    "process.stdout.write('x'.repeat(10 * 1024 * 1024) + '\\n'); process.stdout.write(Buffer.from([0xff, 0xfe, 0x0a]));";
  const late = `${noise} console.log(${JSON.stringify(JSON.stringify(RESULT))});`;
  const { order } = claudeSaying(['not json', '', { type: 'news from 2030' }, INIT], late);
  expect(await startSession(order)).toEqual({ end: 'succeeded', usage: SPENT, summary: 'I added it.' });
});

test('a stop ends the session and tells what it had spent', async () => {
  const stop = new AbortController();
  const { order, news } = claudeSaying([INIT, EDIT], 'setInterval(() => {}, 1000)', { signal: stop.signal });
  const end = startSession(order);
  await expect.poll(() => kinds(news)).toContain('usage');
  stop.abort();
  expect(await end).toEqual({
    end: 'stopped',
    usage: { inputTokens: 100, outputTokens: 1, turns: 1, seconds: expect.any(Number) },
  });
  expect(kinds(news)).not.toContain('warning');
});

test('a session that is to stop before it begins does not begin', async () => {
  const { order } = anOrder({ runner: { kind: 'command', command: ['no-such-program'] }, signal: AbortSignal.abort() });
  expect((await startSession(order)).end).toBe('stopped');
});

test.skipIf(process.platform !== 'linux')('a server the session left running is ended and named', async () => {
  const leave = "require('node:child_process').spawn('sleep', ['300'], { detached: true, stdio: 'ignore' }).unref();";
  const { order, news } = claudeSaying([INIT, RESULT], leave);
  expect((await startSession(order)).end).toBe('succeeded');
  expect(news.filter((one) => one.kind === 'warning')).toEqual([
    { kind: 'warning', text: 'ended what the session left running: sleep 300' },
  ]);
  expect(await markedProcesses(order.environment[MARKER]!)).toEqual([]);
});

describe('a command as agent', () => {
  const agent = (source: string, rest: Partial<SessionOrder> = {}) =>
    anOrder({ runner: { kind: 'command', command: [process.execPath, program(tempFolder(), 'agent.js', source)] }, ...rest });
  const UNKNOWN = { inputTokens: 0, outputTokens: 0, turns: 0, seconds: expect.any(Number) };

  test('gets the prompt, works in the folder; exit code 0 is success and its cost is unknown', async () => {
    const source =
      "process.stdin.on('data', (text) => { require('fs').writeFileSync('got', text); console.log('wrote\\u001b[0m', 'it'); });";
    const { order, news } = agent(source);
    expect(await startSession(order)).toEqual({ end: 'succeeded', usage: UNKNOWN, summary: 'wrote\u001b[0m it' });
    expect(readFileSync(join(order.cwd, 'got'), 'utf8')).toBe('Do it.');
    expect(news).toEqual([{ kind: 'activity', text: 'wrote [0m it' }]);
  });

  test('another exit code is a failure with its last lines', async () => {
    const { order } = agent("console.log('trying'); console.error('no luck'); process.exitCode = 4");
    const end = await startSession(order);
    expect(end).toMatchObject({ end: 'failed', failure: { reason: 'session-failed', exitCode: 4 }, usage: UNKNOWN });
    const message = end.end === 'failed' && end.failure.reason === 'session-failed' ? end.failure.message : '';
    expect(message.split('\n').sort()).toEqual(['no luck', 'trying']);
  });

  test('one that says nothing at all is told by its exit code', async () => {
    const { order } = agent("process.kill(process.pid, 'SIGKILL')");
    expect(await startSession(order)).toMatchObject({
      failure: { reason: 'session-failed', exitCode: null, signal: 'SIGKILL', message: 'ended by SIGKILL' },
    });
  });
});
