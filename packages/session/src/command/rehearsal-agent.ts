import { resolve } from 'node:path';
import type { Agent } from '../agent.js';
import { REHEARSE } from '../scripts.js';
import type { SessionOrder } from '../session.js';
import { commandAgent } from './command-agent.js';

/** Everything real but the model: a process that makes prepared edits, or one harmless file when none are prepared for the task. */
export function rehearsalAgent(edits: string, order: SessionOrder): Agent {
  const folder = edits === '' ? '' : resolve(order.cwd, edits);
  const agent = commandAgent([process.execPath, REHEARSE, folder, order.task], order);
  return { ...agent, usage: (seconds) => ({ ...agent.usage(seconds), usd: 0 }) };
}
