import type { Config, Fence, Protection, Runner } from '@breakwater/model';

/** What will keep the sessions of a run apart. Only Claude Code can be asked before each write; of other programs the end is seen. */
export function protectionOf(runner: Runner, config: Config, fence: Fence = config.fence): Protection {
  if (runner.kind !== 'claude') return { fence, guard: fence === 'off' ? 'off' : 'at-the-end' };
  return { fence, guard: fence === 'off' ? 'off' : 'each-write', permissionMode: config.claude.permissionMode };
}
