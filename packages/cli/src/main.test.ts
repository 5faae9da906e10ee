import { version } from '@breakwater/api';
import { describe, expect, it } from 'vitest';
import { aWorld, breakwater } from './cli-rig.testing.js';

describe('a command line that is wrong', () => {
  it.each([
    [['plam'], "error: unknown command 'plam'\n(Did you mean plan?)\n"],
    [['frobnicate'], "error: unknown command 'frobnicate'\n"],
    [['help', 'plam'], "error: unknown command 'plam'\n(Did you mean plan?)\n"],
    [['--concurrency', '2', 'execute'], 'error: flags follow the name of the command: breakwater execute --concurrency\n'],
    [['-v', 'status', 'plan'], 'error: flags follow the name of the command: breakwater status -v\n'],
    [['--repo=shop'], 'error: flags follow the name of the command: breakwater plan --repo\n'],
    [['--concurency', '2', 'plan'], "error: unknown option '--concurency'\n"],
    [['plan', '--concurency', '2'], "error: unknown option '--concurency'\n(Did you mean --concurrency?)\n"],
    [['plan', '--tasks'], "error: option '--tasks <file>' argument missing\n"],
    [['plan', 'now'], "error: too many arguments for 'plan'. Expected 0 arguments but got 1.\n"],
    [['status', 'a', 'b'], "error: too many arguments for 'status'. Expected 1 argument but got 2.\n"],
    [['explain'], "error: missing required argument 'task'\n"],
    [['logs'], "error: missing required argument 'task'\n"],
    [
      ['plan', '--concurrency', '0'],
      "error: option '--concurrency <n>' argument '0' is invalid. It is a whole number from 1 to 64.\n",
    ],
    [
      ['execute', '--budget', '-1'],
      "error: option '--budget <usd>' argument '-1' is invalid. It is a number of dollars above 0, such as 10 or 2.50.\n",
    ],
    [
      ['plan', '--only', 'a,,b'],
      "error: option '--only <ids>' argument 'a,,b' is invalid. Write task ids separated by commas: --only api-limits,docs\n",
    ],
    [
      ['plan', '--caution', 'wild'],
      "error: option '--caution <how>' argument 'wild' is invalid. Allowed choices are fast, balanced, careful.\n",
    ],
    [
      ['plan', '--tasks', '--mermaid'],
      "error: option '--tasks <file>' argument '--mermaid' is invalid. Its value is missing: a flag follows.\n",
    ],
    [
      ['plan', '--base', 'main', '--base', 'next'],
      "error: option '--base <revision>' argument 'next' is invalid. It is given twice; give it once.\n",
    ],
    [['plan', '--prompt', 'a', '--mermaid'], "error: option '--prompt <task>' cannot be used with option '--mermaid'\n"],
    [['plan', '--html', 'p', '--prompt', 'a'], "error: option '--prompt <task>' cannot be used with option '--html <file>'\n"],
    [['plan', '--html', 'p', '--mermaid'], "error: option '--html <file>' cannot be used with option '--mermaid'\n"],
    [['plan', '--html', ''], "error: option '--html <file>' argument '' is invalid. It is empty.\n"],
    [['plan', '--out', 'p', '--prompt', 'a'], "error: option '--prompt <task>' cannot be used with option '--out <file>'\n"],
    [
      ['plan', '--concurrency', '\x1b[2J\u202e'],
      "error: option '--concurrency <n>' argument '\\x1b[2J\\u202e' is invalid. It is a whole number from 1 to 64.\n",
    ],
  ])('%j is refused with one message, before anything is looked at', async (words, stderr) => {
    expect(await breakwater('/no/such/folder', words)).toEqual({ code: 2, stdout: '', stderr });
  });
});

it.each([
  ["option '--mermaid' cannot be used with option '--json'", ['--json', '--mermaid']],
  ["option '--html <file>' cannot be used with option '--json'", ['--json', '--html', 'p']],
])('is wrong with two formats of one answer, of which neither is the better one: %s', async (message, words) => {
  const { code, stdout, stderr } = await breakwater('/no/such/folder', ['plan', ...words]);
  expect([code, JSON.parse(stdout), stderr]).toEqual([2, { failure: { reason: 'usage', message } }, `error: ${message}\n`]);
});

it('is wrong with a flag before the command, and with --json says so in one document', async () => {
  const message = 'flags follow the name of the command: breakwater plan --json';
  const { code, stdout, stderr } = await breakwater('/no/such/folder', ['--json', 'plan']);
  expect([code, JSON.parse(stdout), stderr]).toEqual([2, { failure: { reason: 'usage', message } }, `error: ${message}\n`]);
});

it('is wrong with --replan where no plan file is named, which could mean nothing', async () => {
  const message = '--replan says what to do when a plan file no longer holds, and none is named.';
  const { code, stdout, stderr } = await breakwater('/no/such/folder', ['execute', '--replan', '--json']);
  const { failure } = JSON.parse(stdout) as { failure: unknown };
  expect([code, failure]).toEqual([2, { reason: 'usage', message, hint: expect.stringContaining('execute plan.json --replan') }]);
  expect(stderr).toMatch(/^error: --replan says what to do when a plan file no longer holds, and none is\s+named\./);
});

it.each(['--version', '-V'])('%s prints the version and nothing else', async (flag) => {
  expect(await breakwater('/', [flag])).toEqual({ code: 0, stdout: `${version()}\n`, stderr: '' });
});

describe('what a verb throws', () => {
  const broken = (error: Error) => ({
    world: Object.defineProperty({ ...aWorld('/') }, 'cwd', {
      get: () => {
        throw error;
      },
    }),
  });

  it('is a fault of ours, and says so, where it happened and what to do', async () => {
    const { code, stdout, stderr } = await breakwater('/', ['status'], broken(new TypeError('x is undefined')));
    expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
    expect(stderr).toMatch(
      /^error: this is a fault in Breakwater, not in your input\nTypeError: x is undefined\n {4}at [\s\S]+\nPlease report it with the lines above\. A run that was going on can be resumed: breakwater resume\n$/,
    );
  });

  it('is, with --json, a document like any other failure, and commands no terminal', async () => {
    const { code, stdout, stderr } = await breakwater('/', ['status', '--json'], broken(new TypeError('\x1b]52;c;aGk=\x07')));
    const { failure } = JSON.parse(stdout) as { failure: { reason: string; message: string } };
    expect([code, failure.reason]).toEqual([6, 'internal']);
    expect(failure.message).toMatch(/^TypeError: \x1b\]52;c;aGk=\x07\n/);
    expect(stderr).toContain('TypeError: \\x1b]52;c;aGk=\\x07\n');
  });

  it('is a failure like others when the disk is full, and with --json the document on stdout', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const plain = await breakwater('/', ['status'], broken(full));
    expect(plain).toMatchObject({ code: 5, stdout: '' });
    expect(plain.stderr.startsWith('error: ENOSPC: no space left on device\n')).toBe(true);
    const json = await breakwater('/', ['status', '--json'], broken(full));
    expect({ ...json, stdout: JSON.parse(json.stdout) }).toMatchObject({
      code: 5,
      stdout: { failure: { reason: 'environment', code: 'E_DISK', message: 'ENOSPC: no space left on device' } },
      stderr: plain.stderr,
    });
  });
});
