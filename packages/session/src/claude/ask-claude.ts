import { err, ok, type Result, type TaskFailure, type Usage } from '@breakwater/model';
import { runProcess } from '../process/run-process.js';
import { Tail } from '../process/tail.js';
import type { SessionOrder } from '../session.js';
import { judgeClaude } from './judge-claude.js';
import { type QuestionArguments, questionArguments } from './question-arguments.js';
import { EMPTY_RECORD, foldStreamEvent, type SessionRecord, usageOf } from './session-record.js';
import { readStreamLine } from './stream-event.js';

export type Question = QuestionArguments & Pick<SessionOrder, 'cwd' | 'environment' | 'prompt' | 'logFile' | 'signal'>;

/** What was answered, and what it cost either way. */
export interface Answered {
  /** As the schema of the question asks, or why there is none. The value is data from a model: check it. */
  readonly answer: Result<unknown, TaskFailure>;
  readonly usage: Usage;
}

/** Asks Claude Code one question that is answered in JSON. Aborting the signal ends it. Never rejects for an expected reason. */
export async function askClaude(question: Question): Promise<Answered> {
  const stderr = new Tail();
  let record: SessionRecord = EMPTY_RECORD;
  const end = await runProcess({
    ...question,
    command: [question.claude.command, ...questionArguments(question)],
    stdin: question.prompt,
    minutes: question.budget.minutes,
    onLine: (line, from) => {
      if (from === 'stderr') stderr.push(line);
      else for (const event of readStreamLine(line)) record = foldStreamEvent(record, event);
    },
  });
  const usage = usageOf(record, end.end === 'exited' ? end.seconds : 0);
  if (end.end === 'not-started')
    return { answer: err({ reason: 'runner-missing', command: question.claude.command, message: end.message }), usage };
  const judged = judgeClaude(end, record, stderr.text());
  return { answer: judged.ok ? structured(record) : judged, usage };
}

/** A model may end without having used the tool that takes the answer; the client then calls that a success. */
function structured({ result }: SessionRecord): Answered['answer'] {
  if (result?.structured !== undefined) return ok(result.structured);
  return err({ reason: 'session-failed', exitCode: 0, message: 'it ended without an answer in the form that was asked for' });
}
