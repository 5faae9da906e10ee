import { recordOf, textOf } from '../claude/json-value.js';

/** What Claude Code asks its hook about: one tool call, before or after it. */
export interface HookCall {
  readonly when: 'before' | 'after';
  readonly tool: string;
  /** As in the stream. */
  readonly id: string;
  /** The folder the call is made from, absolute. */
  readonly cwd: string;
  /** The file it will write; undefined for the shell. */
  readonly file: string | undefined;
  /** The shell command. */
  readonly command: string | undefined;
}

const TIMES: ReadonlyMap<string, HookCall['when']> = new Map([
  ['PreToolUse', 'before'],
  ['PostToolUse', 'after'],
  ['PostToolUseFailure', 'after'],
]);

/** Undefined for anything that is not a call of a tool: nobody but Claude Code has business here. */
export function readHookCall(body: string): HookCall | undefined {
  const event = parse(body);
  const input = recordOf(event['tool_input']);
  const when = TIMES.get(textOf(event['hook_event_name']) ?? '');
  const [tool, id, cwd] = [event['tool_name'], event['tool_use_id'], event['cwd']].map(textOf);
  if (when === undefined || tool === undefined || id === undefined || cwd === undefined) return undefined;
  return {
    when,
    tool,
    id,
    cwd,
    file: textOf(input['file_path']) ?? textOf(input['notebook_path']),
    command: textOf(input['command']),
  };
}

function parse(body: string): ReturnType<typeof recordOf> {
  try {
    return recordOf(JSON.parse(body));
  } catch {
    return {};
  }
}
