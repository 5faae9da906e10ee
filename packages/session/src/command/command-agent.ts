import { err, ok, type TaskFailure } from '@breakwater/model';
import { type Agent, type AgentExit, exitText } from '../agent.js';
import { fewWords } from '../few-words.js';
import { Tail } from '../process/tail.js';
import type { SessionOrder } from '../session.js';

/** Any program as an agent: the prompt on stdin, the exit code is its word, its last line is what it does. What it costs is unknown. */
export function commandAgent(command: readonly string[], { prompt, onNews }: Pick<SessionOrder, 'prompt' | 'onNews'>): Agent {
  const tail = new Tail();
  return {
    command,
    stdin: prompt,
    onLine: (line) => {
      tail.push(line);
      const text = fewWords(line);
      if (text !== '') onNews({ kind: 'activity', text });
    },
    usage: (seconds) => ({ inputTokens: 0, outputTokens: 0, turns: 0, seconds }),
    judge: (exit) => (exit.exitCode === 0 ? ok(tail.last()) : err(failure(exit, tail.text()))),
  };
}

/** EX_TEMPFAIL of sysexits.h: the program asks to be started again later. */
const TRY_AGAIN = 75;

function failure(exit: AgentExit, said: string): TaskFailure {
  if (exit.exitCode === TRY_AGAIN) return { reason: 'api-error', message: said === '' ? 'it asks to be started again' : said };
  const signal = exit.signal === undefined ? {} : { signal: exit.signal };
  const message = said === '' ? exitText(exit) : said;
  return { reason: 'session-failed', exitCode: exit.exitCode, ...signal, message };
}
