/** Seconds Claude Code waits for an answer; ours comes sooner, be it a refusal. */
const HOOK_SECONDS = 30;

export interface GuardAddress {
  readonly url: string;
  /** Somebody keeps a list of the URLs hooks may use; without ours on it every write would be refused. */
  readonly listed: boolean;
}

/**
 * Settings for `--settings` that make Claude Code ask before each write and tell after each shell command. Left to itself it goes on
 * when a hook does not answer; `onFailure` turns that into a refusal. A person's own settings may switch all hooks off; these are
 * stronger. The list of URLs is added to only where there is one, for a list where there was none would shut out the person's hooks.
 */
export function guardSettings({ url, listed }: GuardAddress): string {
  const hook = { type: 'http', url, timeout: HOOK_SECONDS, onFailure: 'block' };
  const before = { matcher: 'Edit|Write|MultiEdit|NotebookEdit|Bash', hooks: [hook] };
  const after = { matcher: 'Bash', hooks: [hook] };
  const hooks = { PreToolUse: [before], PostToolUse: [after], PostToolUseFailure: [after] };
  return JSON.stringify({ disableAllHooks: false, ...(listed ? { allowedHttpHookUrls: [url] } : {}), hooks });
}
