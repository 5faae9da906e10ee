import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Agent } from '../agent.js';
import type { SessionOrder } from '../session.js';
import { commandAgent } from './command-agent.js';

/** Lies in `src` whether we run from `src` or from `dist`; it is plain JavaScript and shipped as it is. */
const SCRIPT = fileURLToPath(new URL('../../src/command/rehearse.mjs', import.meta.url));

/** Everything real but the model: a process that makes prepared edits, or one harmless file when none are prepared for the task. */
export function rehearsalAgent(edits: string, order: SessionOrder): Agent {
  const folder = edits === '' ? '' : resolve(order.cwd, edits);
  const agent = commandAgent([process.execPath, SCRIPT, folder, order.task], order);
  return { ...agent, usage: (seconds) => ({ ...agent.usage(seconds), usd: 0 }) };
}
