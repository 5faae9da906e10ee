import { NO_USAGE, type Runner, type TaskFailure } from '@breakwater/model';
import type { Agent } from './agent.js';
import { claudeAgent } from './claude/claude-agent.js';
import { commandAgent } from './command/command-agent.js';
import { rehearsalAgent } from './command/rehearsal-agent.js';
import { fewWords } from './few-words.js';
import { type ProcessEnd, runProcess } from './process/run-process.js';
import type { SessionEnd, SessionOrder } from './session.js';

/**
 * Starts one agent and follows it until nothing of it is left running. Aborting the order's signal asks it to stop. Never rejects
 * for an expected reason.
 */
export async function startSession(order: SessionOrder): Promise<SessionEnd> {
  if (order.signal.aborted) return { end: 'stopped', usage: NO_USAGE };
  const agent = agentFor(order);
  const { cwd, environment, logFile, signal, budget } = order;
  const start = { command: agent.command, stdin: agent.stdin, onLine: agent.onLine, minutes: budget.minutes };
  const end = await runProcess({ ...start, cwd, environment, logFile, signal });
  if (end.end === 'not-started') return notStarted(agent, end.message);
  warn(end, order);
  return sessionEnd(agent, end, order);
}

const AGENTS: { readonly [Kind in Runner['kind']]: (runner: Extract<Runner, { kind: Kind }>, order: SessionOrder) => Agent } = {
  claude: (_, order) => claudeAgent(order),
  command: ({ command }, order) => commandAgent(command, order),
  rehearsal: ({ edits }, order) => rehearsalAgent(edits, order),
};

function agentFor<Kind extends Runner['kind']>(order: SessionOrder & { readonly runner: { readonly kind: Kind } }): Agent {
  return AGENTS[order.runner.kind](order.runner as Extract<Runner, { kind: Kind }>, order);
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
  const judged = agent.judge(end);
  return judged.ok ? { end: 'succeeded', usage, summary: judged.value } : { end: 'failed', failure: judged.error, usage };
}

function outOfTime(minutes: number | undefined): TaskFailure {
  return { reason: 'budget', limit: 'minutes', message: `ended after its limit of ${minutes} min` };
}
