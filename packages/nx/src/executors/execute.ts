import type { ExecutorContext, Options } from '../nx-types.js';
import { runCommand } from '../run-command.js';

/** `nx execute`. */
export default function executeExecutor(options: Options, context: ExecutorContext): Promise<{ success: boolean }> {
  return runCommand('execute', options, context);
}
