import type { TaskFailure } from '@breakwater/model';
import type { StreamEvent } from '../claude/stream-event.js';
import { Guard, type GuardOrder } from './guard.js';
import type { GuardAddress } from './guard-settings.js';
import { listsHookUrls } from './lists-hook-urls.js';
import { serveGuard } from './serve-guard.js';
import { watchBypass } from './watch-bypass.js';

/** A guard at work for one session. */
export interface GuardAtWork extends GuardAddress {
  readonly onEvent: (event: StreamEvent) => void;
  /** Aborted when the session writes past the guard; it must not go on. */
  readonly bypassed: AbortSignal;
  readonly close: () => Promise<void>;
}

/** `cwd`: the worktree, absolute; `environment`: that of the session. */
export async function beginGuard(
  order: GuardOrder,
  { cwd, environment }: { readonly cwd: string; readonly environment: Readonly<Record<string, string>> },
): Promise<GuardAtWork> {
  const guard = new Guard(order, cwd);
  const listed = await listsHookUrls(environment, cwd);
  const { url, close } = await serveGuard(guard, order.secret);
  const bypassed = new AbortController();
  return { url, listed, onEvent: watchBypass(guard, (tool) => bypassed.abort(tool)), bypassed: bypassed.signal, close };
}

/** Undefined while everything was asked. */
export function bypassFailure(guard: GuardAtWork | undefined): TaskFailure | undefined {
  if (guard?.bypassed.aborted !== true) return undefined;
  const why = 'a setting may switch hooks off (disableAllHooks, allowedHttpHookUrls), or Claude Code is too old';
  return { reason: 'guard', message: `${String(guard.bypassed.reason)} ran without being asked about; ${why}` };
}
