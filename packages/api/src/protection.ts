import type { Config, Fence, Isolation, Protection, Runner } from '@breakwater/model';

/** What will keep the sessions of a run apart. Only Claude Code can be asked before each write; of other programs the end is seen. */
export function protectionOf(
  runner: Runner,
  { fence, claude }: { readonly fence: Fence; readonly claude: Config['claude'] },
  { sandbox, isolation = 'worktree' }: { readonly sandbox?: Protection['sandbox']; readonly isolation?: Isolation } = {},
): Protection {
  const held = { ...(sandbox === undefined ? {} : { sandbox }), ...(isolation === 'worktree' ? {} : { isolation }) };
  if (runner.kind !== 'claude') return { fence, guard: fence === 'off' ? 'off' : 'at-the-end', ...held };
  return { fence, guard: fence === 'off' ? 'off' : 'each-write', permissionMode: claude.permissionMode, ...held };
}
