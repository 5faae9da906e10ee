import { NO_USAGE, type TaskFailure, unreachable } from '@breakwater/model';
import type { Agent } from './agent.js';
import { claudeAgent } from './claude/claude-agent.js';
import { commandAgent } from './command/command-agent.js';
import { rehearsalAgent } from './command/rehearsal-agent.js';
import { fewWords } from './few-words.js';
import { beginGuard, bypassFailure, type GuardAtWork } from './guard/begin-guard.js';
import { type ProcessEnd, type ProcessOrder, runProcess } from './process/run-process.js';
import { inBubblewrap } from './sandbox/bubblewrap.js';
import { claudeState } from './sandbox/claude-state.js';
import type { SessionEnd, SessionOrder } from './session.js';

/**
 * Starts one agent and follows it until nothing of it is left running. Aborting the order's signal asks it to stop. Never rejects
 * for an expected reason.
 */
export async function startSession(order: SessionOrder): Promise<SessionEnd> {
  if (order.signal.aborted) return { end: 'stopped', usage: NO_USAGE };
  const { guard: asked, runner } = order;
  const guard = asked === undefined || runner.kind !== 'claude' ? undefined : await beginGuard(asked, order);
  try {
    return await followOrBegin(order, guard);
  } finally {
    await guard?.close();
  }
}

/** A conversation may be gone: kept for some time only, or in another configuration folder. Then a new one begins with the whole prompt. */
async function followOrBegin(order: SessionOrder, guard: GuardAtWork | undefined): Promise<SessionEnd> {
  const agent = agentFor(order, guard);
  const end = await follow(agent, order, guard);
  if (
    order.conversation === undefined ||
    agent.begun?.() !== false ||
    end.end !== 'failed' ||
    end.failure.reason !== 'session-failed'
  )
    return end;
  order.onNews({ kind: 'warning', text: 'its earlier conversation was not found, so it begins a new one' });
  const { conversation: _, ...anew } = order;
  return follow(agentFor(anew, guard), anew, guard);
}

function agentFor(order: SessionOrder, guard: GuardAtWork | undefined): Agent {
  const { runner } = order;
  switch (runner.kind) {
    case 'claude':
      return claudeAgent(order, guard);
    case 'command':
      return commandAgent(runner.command, order);
    case 'rehearsal':
      return rehearsalAgent(runner.edits, order);
    default:
      return unreachable(runner);
  }
}

async function follow(agent: Agent, order: SessionOrder, guard: GuardAtWork | undefined): Promise<SessionEnd> {
  const { cwd, environment, logFile, budget } = order;
  const limits = { minutes: budget.minutes, stallMinutes: budget.stall };
  const start = { ...(await commandOf(agent, order)), stdin: agent.stdin, onLine: agent.onLine, ...limits };
  const signal = guard === undefined ? order.signal : AbortSignal.any([order.signal, guard.bypassed]);
  const end = await runProcess({ ...start, cwd, environment, logFile, signal });
  if (end.end === 'not-started') return notStarted(agent, end.message);
  warn(end, order);
  const bypass = bypassFailure(guard);
  return bypass === undefined
    ? sessionEnd(agent, end, order)
    : { end: 'failed', failure: bypass, usage: agent.usage(end.seconds) };
}

/** As it is, or in the sandbox that was asked for. */
async function commandOf(
  { command }: Agent,
  { confinement, runner, environment, cwd }: SessionOrder,
): Promise<Pick<ProcessOrder, 'command' | 'kept'>> {
  if (confinement === undefined) return { command };
  const state = runner.kind === 'claude' ? claudeState(environment) : { writable: [], fixed: [] };
  const writable = [...confinement.writable, ...state.writable];
  return { command: await inBubblewrap(command, cwd, { writable, fixed: [...confinement.fixed, ...state.fixed] }), kept: true };
}

function notStarted({ command: [program = ''] }: Agent, message: string): SessionEnd {
  return { end: 'failed', failure: { reason: 'runner-missing', command: program, message }, usage: NO_USAGE };
}

type Exited = Extract<ProcessEnd, { end: 'exited' }>;

/** What a person should know although the session may have gone well. After a stop, ending everything is no news. */
function warn({ cut, leftovers, logProblem }: Exited, { onNews }: SessionOrder): void {
  if (cut === undefined && leftovers.length > 0) {
    const names = leftovers.slice(0, 3).map(fewWords).join(', ');
    const more = leftovers.length > 3 ? ` and ${leftovers.length - 3} more` : '';
    onNews({ kind: 'warning', text: `ended what the session left running: ${names}${more}` });
  }
  if (logProblem !== undefined) onNews({ kind: 'warning', text: logProblem });
}

function sessionEnd(agent: Agent, end: Exited, { budget }: SessionOrder): SessionEnd {
  const usage = agent.usage(end.seconds);
  if (end.cut === 'stopped') return { end: 'stopped', usage };
  if (end.cut === 'minutes') return { end: 'failed', failure: outOfTime(budget.minutes), usage };
  if (end.cut === 'stall') return { end: 'failed', failure: stalled(budget.stall), usage };
  const judged = agent.judge(end);
  return judged.ok ? { end: 'succeeded', usage, summary: judged.value } : { end: 'failed', failure: judged.error, usage };
}

function stalled(minutes: number | undefined): TaskFailure {
  return { reason: 'budget', limit: 'stall', message: `ended after ${minutes} min without a word` };
}

function outOfTime(minutes: number | undefined): TaskFailure {
  return { reason: 'budget', limit: 'minutes', message: `ended after its limit of ${minutes} min` };
}
