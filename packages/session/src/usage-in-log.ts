import { createReadStream } from 'node:fs';
import { NO_USAGE, type Runner, type Usage } from '@breakwater/model';
import { EMPTY_RECORD, foldStreamEvent, usageOf, usageOfResumed } from './claude/session-record.js';
import { readStreamLine } from './claude/stream-event.js';
import { LineSplitter } from './process/line-splitter.js';

export interface LoggedSession {
  readonly runner: Runner['kind'];
  /** It went on with a conversation, whose totals hold what earlier sessions spent. */
  readonly resumed: boolean;
}

/**
 * What a session spent of whose end nobody could tell, as far as its raw log knows. Without a log none was begun, so nothing was spent.
 * Dollars are known only where it came to telling them, seconds never.
 */
export async function usageInLog(file: string, { runner, resumed }: LoggedSession): Promise<Usage> {
  let record = EMPTY_RECORD;
  const lines = new LineSplitter((line) => {
    if (runner === 'claude') for (const event of readStreamLine(line)) record = foldStreamEvent(record, event);
  });
  try {
    for await (const chunk of createReadStream(file)) lines.push(chunk);
    lines.end();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_USAGE;
  }
  return resumed ? usageOfResumed(record, 0) : usageOf(record, 0);
}
