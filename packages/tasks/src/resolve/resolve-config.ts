import { BLOCKING_RISK, type Config, type HubRule, type ReviewSettings, type Runner } from '@breakwater/model';
import type { WrittenConfig } from '../schema/written-config.js';
import { given } from './given.js';
import { resolveBudget } from './resolve-budget.js';
import { resolvePortRange } from './resolve-port-range.js';

/** What a person wrote, with every default applied: the only place where defaults of the configuration are. */
export function resolveConfig(written: WrittenConfig): Config {
  const {
    tasks,
    concurrency = 3,
    caution = 'balanced',
    threshold = BLOCKING_RISK,
    schedule = 'waves',
    effort = 'default',
    runner = { kind: 'claude' },
    verify = [],
    prepare,
  } = written;
  const {
    worktrees = {},
    hubs = [],
    resources = {},
    lanes = {},
    claude = {},
    fence = 'open',
    sandbox = 'off',
    isolation = 'worktree',
    budget = {},
  } = written;
  return {
    concurrency,
    caution,
    threshold,
    schedule,
    effort,
    review: resolveReview(written.review),
    runner: runner satisfies Runner,
    verify,
    worktrees: { directory: worktrees.directory ?? '../{repo}.breakwater', include: worktrees.include ?? [] },
    hubs: hubs.map(({ files, policy, command }): HubRule => ({ files, policy, ...given({ command }) })),
    resources: mapped(resources, ({ capacity }) => capacity),
    lanes: {
      env: mapped(lanes.env ?? {}, (value) => value),
      ports: mapped(lanes.ports ?? {}, resolvePortRange),
      ...given({ file: lanes.file }),
    },
    claude: {
      command: claude.command ?? 'claude',
      permissionMode: claude.permissionMode ?? 'dontAsk',
      allow: claude.allow ?? [],
      ...given({ model: claude.model }),
    },
    fence,
    sandbox,
    isolation,
    budget: { perTask: resolveBudget(budget.perTask), ...given({ usd: budget.usd }) },
    retry: { times: written.retry?.times ?? 3, seconds: written.retry?.seconds ?? 30 },
    ...given({ tasks, prepare, teardown: written.teardown, environment: written.environment }),
  };
}

/** `review: wave` is short for `review: { mode: wave }`. */
function resolveReview(written: WrittenConfig['review'] = {}): ReviewSettings {
  const { mode = 'none', reviewers = 1, minutesPerTask } = typeof written === 'string' ? { mode: written } : written;
  return { mode, reviewers, ...given({ minutesPerTask }) };
}

/** Without prototype, so that a name such as `toString` finds nothing unless it was written. */
function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Readonly<Record<string, U>> {
  const result: Record<string, U> = Object.create(null);
  for (const [name, value] of Object.entries(record)) result[name] = change(value);
  return result;
}
