import type { View } from '@breakwater/report';
import { shellWord } from './repeated-flags.js';

/** Where a command writes and what it may assume of the reader. stdout is the answer, stderr the narration. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly outView: View;
  readonly errView: View;
  /** The stream of the live region; undefined where nothing may be repainted. */
  readonly live?: NodeJS.WriteStream;
  /** A person can be asked: both ends are a terminal. */
  readonly canAsk: boolean;
}

export function realIo(
  environment: Readonly<Record<string, string | undefined>>,
  { stdout, stderr, stdin }: Streams = process,
): Io {
  const repaint = stderr.isTTY === true && environment['TERM'] !== 'dumb' && !isSet(environment['CI']);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    // Asked anew each time: a window may be resized while a run goes on.
    get outView() {
      return viewOf(stdout, environment);
    },
    get errView() {
      return viewOf(stderr, environment);
    },
    ...(repaint ? { live: stderr } : {}),
    canAsk: stdin.isTTY === true && stdout.isTTY === true,
  };
}

/** The same for a command that was told which repository it is about: what it says to type next speaks of that one too. */
export function about(repo: string | undefined, io: Io): Io {
  if (repo === undefined) return io;
  const named = { repo: shellWord(repo) };
  return {
    out: io.out,
    err: io.err,
    get outView() {
      return { ...io.outView, ...named };
    },
    get errView() {
      return { ...io.errView, ...named };
    },
    ...(io.live === undefined ? {} : { live: io.live }),
    canAsk: io.canAsk,
  };
}

type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'stdin'>;

function viewOf(stream: NodeJS.WriteStream, environment: Readonly<Record<string, string | undefined>>): View {
  return { columns: stream.columns ?? 80, colour: wantsColour(stream, environment), unicode: speaksUnicode(environment) };
}

/** NO_COLOR (with any value: https://no-color.org) and FORCE_COLOR are the user's word; else colour only where somebody looks. */
function wantsColour(stream: NodeJS.WriteStream, environment: Readonly<Record<string, string | undefined>>): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && environment['TERM'] !== 'dumb' && !isSet(environment['CI']);
}

/** The Linux console and non-UTF-8 locales get the ASCII signs; no locale at all is taken as a modern machine. */
function speaksUnicode(environment: Readonly<Record<string, string | undefined>>): boolean {
  if (isSet(environment['BREAKWATER_ASCII']) || environment['TERM'] === 'linux') return false;
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'];
  return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
