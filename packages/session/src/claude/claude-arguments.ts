import { type GuardAddress, guardSettings } from '../guard/guard-settings.js';
import type { SessionOrder } from '../session.js';
import { permissionRules } from './permission-rules.js';

export type ArgumentsOrder = Pick<
  SessionOrder,
  'claude' | 'model' | 'budget' | 'sessionId' | 'conversation' | 'cwd' | 'verify'
> & {
  /** Where the guard of the session listens. */
  readonly guard?: GuardAddress | undefined;
};

/**
 * Arguments of one session. The prompt is not among them: beginning with `-` it would be an option, and the list options would
 * swallow it. Permissions are never skipped unless the user configured a mode that does.
 */
export function claudeArguments(order: ArgumentsOrder): readonly string[] {
  const { claude, budget, sessionId, conversation } = order;
  return [
    ...['-p', '--output-format', 'stream-json', '--verbose'],
    ...(conversation === undefined ? ['--session-id', sessionId] : ['--resume', conversation.session]),
    ...option('--model', order.model ?? claude.model),
    ...option('--max-turns', budget.turns),
    ...option('--max-budget-usd', budget.usd),
    ...['--permission-mode', claude.permissionMode, '--permission-prompts', 'none'],
    // No tool that reaches other sessions or starts things that outlive this one.
    ...['--tools', 'Read,Edit,Write,Bash'],
    // A faithful worker: the project's own rules (CLAUDE.md, .claude/settings.json) hold in its worktree as they do for its people,
    // and the person's settings too, for they may say how to log in.
    ...['--setting-sources', 'user,project'],
    ...option('--settings', order.guard === undefined ? undefined : guardSettings(order.guard)),
    ...['--allowedTools', ...permissionRules(order)],
  ];
}

function option(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [name, String(value)];
}
