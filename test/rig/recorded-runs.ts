import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '@breakwater/journal';
import type { Config, Plan, Task } from '@breakwater/model';
import { checkPlan, checkRun } from '@breakwater/plan';
import { afterEach, expect } from 'vitest';
import { git } from './git.js';
import { takeRepositories } from './repository.js';

/** After each test of this file, what every run in its repositories recorded is held against the run's plan. */
export function checkRecordedRuns(): void {
  afterEach(async () => {
    const faults = await Promise.all(takeRepositories().map(faultsOf));
    expect(faults.flat()).toEqual([]);
  });
}

/** What the plans and the recorded runs of a repository break, in sentences. */
export async function faultsOf(repository: string): Promise<readonly string[]> {
  if (!existsSync(repository)) throw new Error(`${repository} was removed before its runs were checked`);
  const folder = join(repository, '.git/breakwater/runs');
  const runs = existsSync(folder) ? readdirSync(folder) : [];
  return (await Promise.all(runs.map((run) => faultsOfRun(repository, run)))).flat();
}

interface Kept {
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  readonly config: Config;
}

/** A run whose journal or plan is gone has nothing to be held against. */
async function faultsOfRun(repository: string, run: string): Promise<readonly string[]> {
  const records = await readJournal(join(repository, '.git/breakwater/runs', run));
  const ref = git(repository, 'for-each-ref', '--format=%(objectname)', `refs/breakwater/runs/${run}/plan`);
  if (!records.ok || ref === '') return [];
  const { plan, tasks, config }: Kept = JSON.parse(git(repository, 'cat-file', 'blob', ref));
  return [
    ...checkPlan(plan, tasks, config.resources, config.hubs),
    ...checkRun(records.value, { plan, tasks, capacities: config.resources, hubs: config.hubs }),
  ];
}
