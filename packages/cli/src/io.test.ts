import { describe, expect, it } from 'vitest';
import { realIo } from './io.js';

type Environment = Readonly<Record<string, string>>;
type Stream = { isTTY?: boolean; columns?: number; write?: (text: string) => void };

function ioOf(environment: Environment, stdout: Stream = {}, stderr: Stream = {}, stdin: Stream = {}) {
  return realIo(environment, { stdout, stderr, stdin } as never);
}

const TERMINAL = { isTTY: true, columns: 120 };

describe('colour', () => {
  const colour = (environment: Environment, stream: Stream) => ioOf(environment, stream).outView.colour;

  it.each<[string, Environment, boolean, boolean]>([
    ['is there where somebody looks', {}, true, false],
    ['is not there in CI', { CI: 'true' }, false, false],
    ['but CI=false is no CI', { CI: 'false' }, true, false],
    ['is not there on a dumb terminal', { TERM: 'dumb' }, false, false],
    ['is off by NO_COLOR', { NO_COLOR: '1' }, false, false],
    ['is off by NO_COLOR with any value', { NO_COLOR: '0' }, false, false],
    ['is not off by an empty NO_COLOR', { NO_COLOR: '' }, true, false],
    ['is on by FORCE_COLOR, also in CI and into a file', { FORCE_COLOR: '1', CI: '1' }, true, true],
    ['is on by an empty FORCE_COLOR', { FORCE_COLOR: '' }, true, true],
    ['is off by FORCE_COLOR=0', { FORCE_COLOR: '0' }, false, false],
    ['is off when both are set', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, false],
  ])('%s: %j', (_, environment, inTerminal, inFile) => {
    expect([colour(environment, TERMINAL), colour(environment, {})]).toEqual([inTerminal, inFile]);
  });

  it('is decided for each stream on its own', () => {
    const { outView, errView } = ioOf({}, {}, TERMINAL);
    expect([outView.colour, errView.colour]).toEqual([false, true]);
  });
});

describe('signs beyond ASCII', () => {
  it.each<[Environment, boolean]>([
    [{}, true],
    [{ LANG: '' }, true],
    [{ LANG: 'de_DE.UTF-8' }, true],
    [{ LANG: 'C.utf8' }, true],
    [{ LANG: 'C' }, false],
    [{ LANG: 'de_DE.ISO-8859-1' }, false],
    [{ LANG: 'C', LC_CTYPE: 'en_US.UTF-8' }, true],
    [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'C' }, false],
    [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'en_US.UTF-8', LC_ALL: 'POSIX' }, false],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, true],
    [{ LANG: 'en_US.UTF-8', TERM: 'linux' }, false],
    [{ LANG: 'en_US.UTF-8', BREAKWATER_ASCII: '1' }, false],
    [{ LANG: 'en_US.UTF-8', BREAKWATER_ASCII: '0' }, true],
  ])('%j: %s', (environment, unicode) => {
    expect(ioOf(environment).outView.unicode).toBe(unicode);
  });
});

describe('the live view', () => {
  it.each<[string, Environment, Stream, boolean]>([
    ['needs a terminal on stderr', {}, TERMINAL, true],
    ['is not in a file', {}, {}, false],
    ['is not in CI', { CI: '1' }, TERMINAL, false],
    ['is not on a dumb terminal', { TERM: 'dumb' }, TERMINAL, false],
    ['needs no colour', { NO_COLOR: '1' }, TERMINAL, true],
  ])('%s', (_, environment, stderr, live) => {
    expect(ioOf(environment, TERMINAL, stderr).live === stderr).toBe(live);
  });
});

it('a person can be asked only when both ends are a terminal', () => {
  const ends = [TERMINAL, {}].flatMap((stdout) => [TERMINAL, {}].map((stdin) => ioOf({}, stdout, TERMINAL, stdin).canAsk));
  expect(ends).toEqual([true, false, false, false]);
});

it('writes the answer to stdout and the narration to stderr, as wide as each is', () => {
  const written: string[] = [];
  const io = ioOf(
    {},
    { columns: 100, write: (text) => written.push(`out ${text}`) },
    { write: (text) => written.push(`err ${text}`) },
  );
  io.out('a');
  io.err('b');
  expect(written).toEqual(['out a', 'err b']);
  expect([io.outView.columns, io.errView.columns]).toEqual([100, 80]);
});
