import type { StreamEvent } from '../claude/stream-event.js';
import type { Guard } from './guard.js';

/** Tools that write files by themselves. The shell is not among them: what it writes is seen in the worktree. */
const WRITES = new Set(['Edit', 'Write', 'MultiEdit', 'NotebookEdit']);

/**
 * Hears a session's stream, and calls out when a write went through that never came to the guard: hooks switched off by a setting, or
 * a version that knows none. Claude Code itself says nothing about that.
 */
export function watchBypass(guard: Pick<Guard, 'hasSeen'>, onBypass: (tool: string) => void): (event: StreamEvent) => void {
  const writes = new Map<string, string>();
  return (event) => {
    if (event.kind === 'called' && WRITES.has(event.tool)) writes.set(event.id, event.tool);
    const tool = event.kind === 'ran' && event.well ? writes.get(event.id) : undefined;
    if (event.kind === 'ran' && tool !== undefined && !guard.hasSeen(event.id)) onBypass(tool);
  };
}
