import { resolve } from 'node:path';
import { readRegularFile } from '@breakwater/git';
import { type Diagnostic, err, type Failure, ok, PLAN_SCHEMA, type Plan, type Result } from '@breakwater/model';
import { type Planned, type PlanOptions, plan } from './plan.js';
import type { World } from './world.js';

/**
 * The plan of a file, made again and compared. Planning is deterministic, so a plan that somebody reviewed either comes out the
 * same or something it rests on has changed; then it is refused, unless `replan` says to take the new one.
 */
export async function planFromFile(
  file: string,
  options: PlanOptions & { readonly replan: boolean },
  world: World,
): Promise<Result<Planned, Failure>> {
  const document = await readPlan(file, world);
  if (!document.ok) return document;
  const planned = await plan({ ...parametersOf(document.value), ...options }, world);
  if (!planned.ok || options.replan || planned.value.plan.id === document.value.id) return planned;
  return err({ reason: 'plan-changed', differences: differences(document.value, planned.value) });
}

type Document = Pick<
  Plan,
  'id' | 'base' | 'concurrency' | 'caution' | 'schedule' | 'effort' | 'scouted' | 'tasks' | 'waves' | 'forecast'
>;

async function readPlan(file: string, world: World): Promise<Result<Document, Failure>> {
  try {
    const value: unknown = JSON.parse(String(await readRegularFile(resolve(world.cwd, file))));
    return isPlan(value) ? ok(value) : err(notAPlan(file, `it is not a ${PLAN_SCHEMA} document`));
  } catch (error) {
    return err(notAPlan(file, unreadableText(error)));
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Only what we are about to use; the rest is compared through its id. */
function isPlan(value: unknown): value is Document {
  if (!isObject(value) || value['schema'] !== PLAN_SCHEMA) return false;
  const { id, base, concurrency, caution, schedule, effort, scouted = true, tasks, waves, forecast } = value;
  if (typeof id !== 'string' || !isBase(base) || !isConcurrency(concurrency) || !isCaution(caution)) return false;
  if (!isSchedule(schedule) || !isEffort(effort) || !hasEstimates(forecast) || scouted !== true) return false;
  return Array.isArray(tasks) && tasks.every((one) => isObject(one) && typeof one['id'] === 'string') && Array.isArray(waves);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isBase(value: unknown): boolean {
  return (
    isObject(value) && typeof value['commit'] === 'string' && (value['branch'] === null || typeof value['branch'] === 'string')
  );
}

function isConcurrency(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function isCaution(value: unknown): boolean {
  return value === 'fast' || value === 'balanced' || value === 'careful';
}

function isSchedule(value: unknown): boolean {
  return value === 'waves' || value === 'stream';
}

/** Written by hand they could be anything; left out, they are asked for again. */
function hasEstimates(forecast: unknown): boolean {
  if (!isObject(forecast)) return false;
  const { estimates = [] } = forecast;
  return Array.isArray(estimates) && estimates.every(isEstimate);
}

function isEstimate(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { task, minutes, source } = value;
  if (typeof minutes !== 'number' || !(minutes > 0 && minutes < 1e6)) return false;
  return typeof task === 'string' && ['task', 'runs', 'budget', 'equal'].includes(String(source));
}

function isEffort(value: unknown): boolean {
  return value === undefined || ['low', 'default', 'more', 'high'].some((one) => one === value);
}

function unreadableText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error.message;
}

function notAPlan(file: string, why: string): Failure {
  const hint = 'Make one with: breakwater plan --out plan.json';
  const diagnostic: Diagnostic = {
    severity: 'error',
    code: 'E_PLAN_READ',
    message: `${file} cannot be used as a plan: ${why}`,
    hint,
  };
  return { reason: 'bad-input', diagnostics: [diagnostic] };
}

function parametersOf(document: Document): PlanOptions {
  const { concurrency, caution, schedule, effort = 'default', scouted, base, tasks, forecast } = document;
  // With the estimates of now the waves might come out otherwise, though nothing a person wrote has changed.
  const { estimates } = forecast;
  const known = estimates !== undefined && tasks.every(({ id }) => estimates.some(({ task }) => task === id));
  return {
    concurrency,
    caution,
    schedule,
    effort,
    // Whoever made the plan has paid for the answers; running it asks nobody.
    ...(scouted === true ? { scout: 'kept' } : {}),
    ...(known ? { estimates } : {}),
    base: base.branch ?? base.commit,
    only: tasks.map((task) => task.id),
  };
}

function differences(before: Document, { plan: now, scouting }: Planned): readonly string[] {
  const base =
    before.base.commit === now.base.commit
      ? []
      : [`the base moved from ${before.base.commit.slice(0, 7)} to ${now.base.commit.slice(0, 7)}`];
  const waves =
    JSON.stringify(before.waves) === JSON.stringify(now.waves)
      ? []
      : [`the waves would now be ${now.waves.map((wave) => wave.join(' + ')).join(', then ')}`];
  const found = [...base, ...waves, ...forgotten(scouting)];
  return found.length > 0 ? found : ['the predicted files or the tasks themselves differ'];
}

/** Answers that were kept where the plan was made, or deleted since. */
function forgotten(scouting: Planned['scouting']): readonly string[] {
  const tasks = (scouting?.unanswered ?? []).map(({ task }) => task);
  return tasks.length === 0 ? [] : [`no answer of a scouting session is kept here about ${tasks.join(', ')}`];
}
