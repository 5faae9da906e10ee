import type { SessionOrder } from '../session.js';

export interface QuestionArguments extends Pick<SessionOrder, 'claude' | 'model' | 'budget'> {
  /** JSON Schema of the answer. */
  readonly schema: object;
  /** Whether it may read the files of its folder; it can never write or run anything. */
  readonly mayRead: boolean;
}

/**
 * Arguments of a session that only answers. No hook or server of the project is started, nothing is kept on disk, and whatever asks
 * for a permission is refused.
 */
export function questionArguments({ claude, model, budget, schema, mayRead }: QuestionArguments): readonly string[] {
  return [
    ...['-p', '--output-format', 'stream-json', '--verbose', '--no-session-persistence'],
    ...option('--model', model ?? claude.model),
    ...option('--max-turns', budget.turns),
    ...option('--max-budget-usd', budget.usd),
    ...['--permission-mode', 'dontAsk', '--permission-prompts', 'none'],
    ...['--tools', mayRead ? 'Read,Grep,Glob' : ''],
    // The person's own settings may say how to log in; those of the project could start programs.
    ...['--setting-sources', 'user', '--strict-mcp-config'],
    ...['--json-schema', JSON.stringify(schema)],
  ];
}

function option(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [name, String(value)];
}
