import type { BacktestOptions, PlanOptions } from '@breakwater/api';
import type { Caution, Effort, FailurePolicy, Fence, Isolation, ReviewMode, SandboxUse, ScheduleKind } from '@breakwater/model';
import type { BacktestFlags } from './commands/backtest.js';
import type { DoctorFlags } from './commands/doctor.js';
import type { ExecuteFlags } from './commands/execute.js';
import type { PlanFlags } from './commands/plan.js';
import type { RunFlags } from './commands/runs.js';

/** What the parser leaves: only what was typed, and the defaults of switches. */
export interface Typed {
  readonly repo?: string;
  readonly tasks?: string;
  readonly config?: string;
  readonly base?: string;
  readonly only?: readonly string[];
  readonly concurrency?: number;
  readonly caution?: Caution;
  readonly schedule?: ScheduleKind;
  readonly effort?: Effort;
  readonly scout?: boolean;
  readonly json?: boolean;
  readonly mermaid?: boolean;
  readonly verbose?: boolean;
  readonly html?: string;
  readonly out?: string;
  readonly prompt?: string;
  readonly runner?: 'claude' | 'command';
  readonly fence?: Fence;
  readonly sandbox?: SandboxUse;
  readonly isolation?: Isolation;
  readonly budget?: number;
  readonly commits?: number;
  readonly write?: boolean;
  readonly onFailure?: FailurePolicy;
  readonly repair?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly replan?: boolean;
  readonly live?: boolean;
  readonly landing?: boolean;
  readonly review?: ReviewMode;
  readonly reason?: string;
}

/** The object without the keys that were not given. */
function given<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

function planOptions(typed: Typed): PlanOptions {
  const { repo, base, only, concurrency, caution, schedule, effort } = typed;
  return given<PlanOptions>({
    repo,
    base,
    only,
    concurrency,
    caution,
    schedule,
    effort,
    scout: typed.scout === true ? 'ask' : undefined,
    tasksFile: typed.tasks,
    configFile: typed.config,
  });
}

export function planFlags(typed: Typed): PlanFlags {
  const switches = { json: typed.json === true, mermaid: typed.mermaid === true, verbose: typed.verbose === true };
  return {
    ...planOptions(typed),
    ...switches,
    ...given<Pick<PlanFlags, 'html' | 'out' | 'prompt'>>({ html: typed.html, out: typed.out, prompt: typed.prompt }),
  };
}

export function executeFlags(typed: Typed, planFile: string | undefined): ExecuteFlags {
  const switches = {
    json: typed.json === true,
    yes: typed.yes === true,
    dryRun: typed.dryRun === true,
    replan: typed.replan === true,
  };
  const rest = given<
    Pick<ExecuteFlags, 'planFile' | 'budgetUsd' | 'onFailure' | 'review' | 'runnerKind' | 'fence' | 'sandbox' | 'isolation'>
  >({
    planFile,
    fence: typed.fence,
    sandbox: typed.sandbox,
    isolation: typed.isolation,
    budgetUsd: typed.budget,
    onFailure: typed.onFailure,
    review: typed.review,
    runnerKind: typed.runner,
  });
  return { ...planOptions(typed), ...switches, ...rest };
}

export function backtestFlags(typed: Typed): BacktestFlags {
  const { repo, base, concurrency, commits } = typed;
  const where = given<BacktestOptions>({ repo, base, concurrency, commits, configFile: typed.config });
  return { ...where, json: typed.json === true, write: typed.write === true };
}

export function doctorFlags(typed: Typed): DoctorFlags {
  return { json: typed.json === true, repair: typed.repair === true, ...given<{ repo?: string }>({ repo: typed.repo }) };
}

export function runFlags(typed: Typed, run: string | undefined): RunFlags {
  return { json: typed.json === true, ...given<{ repo?: string; run?: string }>({ repo: typed.repo, run }) };
}
