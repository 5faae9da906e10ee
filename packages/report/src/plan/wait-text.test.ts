import { type ConflictReason, type Plan, repoPath, taskId, type WaitReason } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePlan, planned } from '../example-plan.testing.js';
import { paint } from '../line.js';
import { waitTexts } from './wait-text.js';

const [a, b] = [taskId('a'), taskId('b')];
const view = { columns: 80, colour: false, unicode: true };

function said(reason: WaitReason, plan: Partial<Plan> = {}): string {
  return allSaid([reason], plan).join('\n');
}

function allSaid(reasons: readonly WaitReason[], plan: Partial<Plan> = {}): readonly string[] {
  const whole = { ...examplePlan, precedences: [], conflicts: [], ...plan };
  return waitTexts(whole, b, reasons).map((line) => paint(line, view));
}

function apart(...reasons: readonly ConflictReason[]): string {
  return said({ kind: 'apart', task: a }, { conflicts: [{ between: [a, b], reasons }] });
}

describe('why a task waits', () => {
  it('for an order the author declared', () => {
    const plan = { precedences: [{ before: a, after: b, reasons: [{ kind: 'declared' }] }] } as const;
    expect(said({ kind: 'after', task: a }, plan)).toBe('waits for a: declared in dependsOn');
  });

  it('for a file that is yet to be made', () => {
    const reasons = [{ kind: 'creates', path: repoPath('libs/contracts/src/order.dto.ts') }] as const;
    expect(said({ kind: 'after', task: a }, { precedences: [{ before: a, after: b, reasons }] })).toBe(
      'waits for a: it seems to create order.dto.ts',
    );
  });

  it('for a task further up the chain', () => {
    expect(said({ kind: 'after', task: a })).toBe('waits for a');
  });

  it.each<readonly [string, ConflictReason]>([
    ['not beside a: both write orders.controller.ts', { kind: 'write-write', path: 'apps/api/orders.controller.ts' }],
    ['not beside a: both may write src/new/**', { kind: 'write-write', path: 'src/new/x', witness: true, shared: 'src/new/**' }],
    ['not beside a: both may write new.ts', { kind: 'write-write', path: 'src/new.ts', witness: true }],
    ['not beside a: both likely write order.dto.ts', { kind: 'risk', p: 0.7, path: repoPath('libs/order.dto.ts') }],
    ['not beside a: both likely write one file', { kind: 'risk', p: 0.7 }],
    ['not beside a: both need db:orders (1 at a time)', { kind: 'resource', resource: 'db:orders', capacity: 1 }],
    ['not beside a: a runs alone: declared exclusive', { kind: 'exclusive', task: a }],
    ['runs alone: declared exclusive', { kind: 'exclusive', task: b }],
  ])('%s', (wanted, reason) => {
    expect(apart(reason)).toBe(wanted);
  });

  it('for more than one reason: the first, and how many more; a predicted risk adds none', () => {
    const write = { kind: 'write-write', path: 'x.ts' } as const;
    expect(apart(write, { kind: 'risk', p: 0.9 }, { kind: 'resource', resource: 'gpu', capacity: 2 })).toBe(
      'not beside a: both write x.ts, and one more',
    );
  });

  it('though nothing forbids it: a resource that is used up, a small risk, or what nobody remembers', () => {
    const needs = [{ name: 'gpu', amount: 1 }];
    const tasks = [planned('a', 1, [undefined, 0], { resources: needs }), planned('b', 2, [undefined, 0], { resources: needs })];
    const risk = { between: [a, b], p: 0.2 } as const;
    const meet: WaitReason = { kind: 'apart', task: a };
    expect(said(meet, { tasks, risks: [risk] })).toBe('not beside a: both need gpu');
    expect(said(meet, { risks: [{ ...risk, path: repoPath('libs/order.dto.ts') }] })).toBe(
      'not beside a: both may write order.dto.ts (20 %)',
    );
    expect(said(meet, { risks: [risk] })).toBe('not beside a: both may write one file (20 %)');
    expect(said(meet, { risks: [] })).toBe('not beside a');
  });

  it('because every place is taken', () => {
    expect(said({ kind: 'full', wave: 1 })).toBe('could run in wave 1, but three sessions fill it');
    expect(said({ kind: 'full', wave: 1 }, { waves: [[a]] })).toBe('could run in wave 1, but one session fills it');
  });

  it('because of the time', () => {
    expect(said({ kind: 'longer', wave: 1 })).toBe('could run in wave 1, but the waves together would take longer');
  });

  it('because every place of several waves is taken, in one line', () => {
    const full = (...waves: readonly number[]) => waves.map((wave): WaitReason => ({ kind: 'full', wave }));
    expect(allSaid([{ kind: 'after', task: a }, ...full(2, 3)])).toEqual([
      'waits for a',
      'could run in waves 2 and 3, but three sessions fill each',
    ]);
    expect(allSaid(full(1, 2, 3, 4))).toEqual(['could run in waves 1 to 4, but three sessions fill each']);
    expect(allSaid(full(1, 2, 4), { concurrency: 1 })).toEqual(['could run in waves 1, 2 and 4, but one session fills each']);
  });

  it('because it goes wide, which the plan warns about and does not ask', () => {
    const diagnostics = [{ code: 'Q_SWEEP', message: 'b goes wide', task: b }];
    expect(said({ kind: 'vague' }, { waves: [[a], [b]], diagnostics })).toBe(
      'placed last: its files are a guess (see the warning)',
    );
  });

  it('because it is vague or exclusive', () => {
    expect(said({ kind: 'vague' }, { waves: [[a], [b]] })).toBe('placed last: its files are a guess (see the question)');
    expect(said({ kind: 'vague' }, { waves: [[b], [a]] })).toBe('placed late: its files are a guess (see the question)');
    expect(said({ kind: 'exclusive' })).toBe('runs alone: declared exclusive');
  });
});
