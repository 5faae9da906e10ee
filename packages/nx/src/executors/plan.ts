import type { ExecutorContext, Options } from '../nx-types.js';
import { runCommand } from '../run-command.js';

/** `nx plan`. */
export default function planExecutor(options: Options, context: ExecutorContext): Promise<{ success: boolean }> {
  return runCommand('plan', options, context);
}
