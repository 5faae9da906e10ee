import {
  type Conflict,
  type ConflictReason,
  fileNameOf,
  type Plan,
  type PrecedenceReason,
  type TaskId,
  unreachable,
  type WaitReason,
} from '@breakwater/model';
import { type Line, strong } from '../line.js';
import { percent } from '../percent.js';
import { inWords, listed } from '../quantities.js';
import { isSweep } from './vague.js';

/** Why a task is not in an earlier wave, a line for each reason; waves that are full are one. */
export function waitTexts(plan: Plan, task: TaskId, reasons: readonly WaitReason[]): readonly Line[] {
  const full = reasons.flatMap((reason) => (reason.kind === 'full' ? [reason.wave] : []));
  if (full.length < 2) return reasons.map((reason) => waitText(plan, task, reason));
  const others = reasons.filter(({ kind }) => kind !== 'full').map((reason) => waitText(plan, task, reason));
  return [
    ...others,
    [`could run in ${wavesText(full)}, but ${inWords(plan.concurrency)} ${sessionsFill(plan.concurrency)} each`],
  ];
}

/** `waves 1 and 3`, `waves 1 to 4`. */
function wavesText(waves: readonly number[]): string {
  const [first = 0, last = 0] = [waves[0], waves.at(-1)];
  const unbroken = waves.length > 2 && last - first === waves.length - 1;
  return `waves ${unbroken ? `${first} to ${last}` : listed(waves.map(String))}`;
}

/** Why a task is not in an earlier wave, in words. */
function waitText(plan: Plan, task: TaskId, reason: WaitReason): Line {
  switch (reason.kind) {
    case 'after':
      return ['waits for ', strong(reason.task), ...orderText(plan, reason.task, task)];
    case 'apart':
      return apartText(plan, task, reason.task);
    case 'full':
      return [`could run in wave ${reason.wave}, but ${fullText(plan.waves[reason.wave - 1]?.length ?? plan.concurrency)}`];
    case 'longer':
      return [`could run in wave ${reason.wave}, but the waves together would take longer`];
    case 'vague':
      return [vagueText(plan, task)];
    case 'exclusive':
      return ['runs alone: declared exclusive'];
    default:
      return unreachable(reason);
  }
}

function vagueText(plan: Plan, task: TaskId): string {
  const when = plan.waves.at(-1)?.includes(task) === true ? 'last' : 'late';
  return `placed ${when}: its files are a guess (see the ${isSweep(plan, task) ? 'warning' : 'question'})`;
}

function fullText(sessions: number): string {
  return `${inWords(sessions)} ${sessionsFill(sessions)} it`;
}

function sessionsFill(sessions: number): string {
  return sessions === 1 ? 'session fills' : 'sessions fill';
}

function orderText(plan: Plan, before: TaskId, after: TaskId): Line {
  const edge = plan.precedences.find((one) => one.before === before && one.after === after);
  const reasons = edge?.reasons ?? [];
  return reasons.length === 0 ? [] : [`: ${reasons.map(precedenceText).join('; ')}`];
}

/** Said of the task that must come first. */
export function precedenceText(reason: PrecedenceReason): string {
  switch (reason.kind) {
    case 'declared':
      return 'declared in dependsOn';
    case 'creates':
      return `it seems to create ${fileNameOf(reason.path)}`;
    case 'introduces':
      return `it seems to introduce ${reason.name}`;
    default:
      return unreachable(reason);
  }
}

function apartText(plan: Plan, task: TaskId, other: TaskId): Line {
  const reasons = conflictBetween(plan, task, other)?.reasons ?? [];
  const own = reasons.some((reason) => reason.kind === 'exclusive' && reason.task === task);
  if (own) return ['runs alone: declared exclusive'];
  const [first, ...rest] = reasons;
  // Where something forbids the pair, a risk says the same again.
  const more = rest.filter((reason) => reason.kind !== 'risk');
  const why = first === undefined ? weakerText(plan, task, other) : conflictText(first);
  const others = more.length === 0 ? '' : `, and ${inWords(more.length)} more`;
  return ['not beside ', strong(other), why === '' ? '' : `: ${why}${others}`];
}

/** Nothing forbids the pair, yet they were kept apart: a resource that is used up, or a risk too small to forbid. */
function weakerText(plan: Plan, task: TaskId, other: TaskId): string {
  const needs = (id: TaskId): readonly string[] =>
    plan.tasks.find((one) => one.id === id)?.resources.map(({ name }) => name) ?? [];
  const shared = needs(task).find((name) => needs(other).includes(name));
  if (shared !== undefined) return `both need ${shared}`;
  const risk = plan.risks.find(({ between }) => between.includes(task) && between.includes(other));
  if (risk === undefined) return '';
  return `both may write ${risk.path === undefined ? 'one file' : fileNameOf(risk.path)} (${percent(risk.p)})`;
}

function conflictBetween(plan: Plan, a: TaskId, b: TaskId): Conflict | undefined {
  return plan.conflicts.find(({ between }) => between.includes(a) && between.includes(b));
}

/** A path that nobody has would be looked for in vain. */
function writeText(reason: ConflictReason & { readonly kind: 'write-write' }, path: (path: string) => string): string {
  if (reason.shared !== undefined) return `both may write ${reason.shared}`;
  return `both ${reason.witness === true ? 'may write' : 'write'} ${path(reason.path)}`;
}

/** Why two tasks are kept apart. Folders are left out: the name is what a person looks for. */
export function conflictText(reason: ConflictReason, path: (path: string) => string = fileNameOf): string {
  switch (reason.kind) {
    case 'write-write':
      return writeText(reason, path);
    case 'resource':
      return `both need ${reason.resource} (${reason.capacity} at a time)`;
    case 'exclusive':
      return `${reason.task} runs alone: declared exclusive`;
    case 'risk':
      return reason.path === undefined ? 'both likely write one file' : `both likely write ${path(reason.path)}`;
    default:
      return unreachable(reason);
  }
}
