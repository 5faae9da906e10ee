import type { ClaudeSettings } from '@breakwater/model';
import { splitCompound } from './split-compound.js';

/**
 * What a session may do without asking, which it could not: write in its worktree, look at and commit its work, run what will
 * verify it, and what the user allowed. Rules are default-deny under the mode `dontAsk`.
 */
export function permissionRules(order: {
  readonly cwd: string;
  readonly verify: readonly string[];
  readonly claude: Pick<ClaudeSettings, 'allow'>;
}): readonly string[] {
  const commands = order.verify.flatMap(splitCompound).map(withoutPlaceholders);
  const rules = commands.flatMap((command) => [`Bash(${command})`, `Bash(${command} *)`]);
  return [...new Set([editBelow(order.cwd), ...GIT, ...rules, ...order.claude.allow])];
}

/**
 * Two slashes begin an absolute path; one would mean: relative to the settings file. Rules are patterns, so a folder that reads as
 * one would match itself never or others too; then the form relative to the working folder says the same.
 */
function editBelow(folder: string): string {
  return /[[\]*?]/.test(folder) ? 'Edit(**)' : `Edit(/${folder.replaceAll('\\', '/')}/**)`;
}

const GIT = ['add', 'commit', 'status', 'diff', 'log', 'show', 'mv', 'rm', 'restore'].flatMap((verb) => [
  `Bash(git ${verb})`,
  `Bash(git ${verb} *)`,
]);

/** `{base}` is known only when the merged result is verified; the session may put any revision there. */
function withoutPlaceholders(command: string): string {
  return command.replace(/\{[a-z]+\}/g, '*');
}
