import { createHash } from 'node:crypto';
import { asCommitId, commitId, type LoggedCommit } from '@breakwater/model';
import { isBot } from './is-bot.js';

/** The format that goes with `logStream`: an empty field, so that a commit's beginning is no path's, then what is told of it. */
export const LOG_FORMAT = '%x00%H %P%x00%an%x00%ae%x00%ct%x00%B';

const NUL = 0;
const NOTHING = Buffer.alloc(0);

/**
 * Reads `log -z --name-only` in `LOG_FORMAT` as it comes, in pieces of any size: an empty field, ids of itself and its parents, name and
 * address, time and message, then a line break and the paths, each ended by NUL. Call `end` after the last piece. Linear in the bytes.
 */
export function logStream(onCommit: (commit: LoggedCommit) => void): {
  readonly push: (chunk: Buffer) => void;
  readonly end: () => void;
} {
  let rest: Buffer = NOTHING;
  let fields: string[] = [];

  function flush(): void {
    if (fields.length > 0) onCommit(commitOf(fields));
    fields = [];
  }

  /** An empty field begins a commit, unless it is its name, its address or its message that is empty. */
  function take(field: string): void {
    const begins = field === '' && (fields.length === 0 || fields.length >= HEADER);
    if (begins) flush();
    fields.push(field);
  }

  return {
    push: (chunk) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let end = bytes.indexOf(NUL); end !== -1; end = bytes.indexOf(NUL, from)) {
        take(bytes.toString('utf8', from, end));
        from = end + 1;
      }
      rest = bytes.subarray(from);
    },
    end: flush,
  };
}

/** The empty field, ids, name, address, time and message. */
const HEADER = 6;

function commitOf(fields: readonly string[]): LoggedCommit {
  const [begin, ids = '', name = '', address, time, message, ...paths] = fields;
  if (begin !== '' || address === undefined || message === undefined) {
    throw new Error(`Internal error: not a commit of the log: ${JSON.stringify(fields.slice(0, HEADER))}`);
  }
  const [id = '', parent = ''] = ids.split(' ');
  const known = { commit: commitId(id), parent: asCommitId(parent), time: Number(time), message, paths: withoutLineBreak(paths) };
  return { ...known, author: opaque(address), isBot: isBot({ name, address }) };
}

/** Enough to tell authors apart, and no address. */
function opaque(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 12);
}

/** The line break ends the message, though it stands in front of the first path. */
function withoutLineBreak([first, ...others]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [first.replace(/^\n/, ''), ...others].sort();
}
