import type { Agent } from '../agent.js';
import type { GuardAtWork } from '../guard/begin-guard.js';
import { Tail } from '../process/tail.js';
import type { SessionOrder } from '../session.js';
import { claudeArguments } from './claude-arguments.js';
import { judgeClaude } from './judge-claude.js';
import { EMPTY_RECORD, foldStreamEvent, usageOf, usageOfResumed } from './session-record.js';
import { readStreamLine, type StreamEvent } from './stream-event.js';

/** The user's installed Claude Code, headless: prompt on stdin, JSON lines on stdout. */
export function claudeAgent(order: SessionOrder, guard?: Pick<GuardAtWork, 'url' | 'listed' | 'onEvent'>): Agent {
  const stderr = new Tail();
  const begin = performance.now();
  const spent = order.conversation === undefined ? usageOf : usageOfResumed;
  let record = EMPTY_RECORD;
  const hear = (event: StreamEvent): void => {
    const known = record;
    record = foldStreamEvent(known, event);
    guard?.onEvent(event);
    if (event.kind === 'activity' || event.kind === 'warning') order.onNews(event);
    if (event.kind === 'started' && !known.started) order.onNews({ ...event, kind: 'session' });
    if (event.kind === 'spent') order.onNews({ kind: 'usage', usage: spent(record, (performance.now() - begin) / 1000) });
  };
  return {
    command: [order.claude.command, ...claudeArguments({ ...order, guard })],
    stdin: order.conversation?.prompt ?? order.prompt,
    onLine: (line, from) => (from === 'stderr' ? stderr.push(line) : readStreamLine(line).forEach(hear)),
    usage: (seconds) => spent(record, seconds),
    begun: () => record.started,
    judge: (exit) => judgeClaude(exit, record, stderr.text()),
  };
}
