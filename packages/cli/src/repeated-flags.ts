import type { ExecuteOptions, PlanOptions } from '@breakwater/api';

const PLANNING = {
  tasksFile: '--tasks',
  repo: '--repo',
  base: '--base',
  concurrency: '--concurrency',
  caution: '--caution',
  schedule: '--schedule',
  effort: '--effort',
  only: '--only',
  configFile: '--config',
} as const satisfies { readonly [K in keyof PlanOptions]?: string };

const RUNNING = {
  budgetUsd: '--budget',
  fence: '--fence',
  sandbox: '--sandbox',
  isolation: '--isolation',
  review: '--review',
  onFailure: '--on-failure',
  runnerKind: '--runner',
} as const satisfies { readonly [K in keyof ExecuteOptions]?: string };

/** What was chosen of the plan, to be typed again where a command is to speak of the same one. */
export function planningFlags(options: PlanOptions): string {
  return flags(PLANNING, options);
}

/** What was chosen of the run besides. */
export function runningFlags(options: ExecuteOptions): string {
  return flags(RUNNING, options);
}

function flags(names: Readonly<Record<string, string>>, chosen: object): string {
  const given = new Map<string, unknown>(Object.entries(chosen));
  return Object.entries(names)
    .filter(([key]) => given.get(key) !== undefined)
    .map(([key, flag]) => ` ${flag} ${shellWord(String(given.get(key)))}`)
    .join('');
}

/** As a shell reads it: one word, and nothing in it means anything. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
