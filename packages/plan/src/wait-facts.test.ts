import { type Plan, type PlanNote, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { makePlan } from './make-plan.js';
import { gatherWaitFacts } from './wait-facts.js';

const [a, b, c] = ['a', 'b', 'c'].map(taskId) as [Plan['waves'][0][0], Plan['waves'][0][0], Plan['waves'][0][0]];

function facts(changes: Partial<Plan>) {
  const base = { commit: aCommit(1), branch: 'main' };
  const nothing = { touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] };
  const tasks = ['a', 'b', 'c'].map((id) => aTask(id));
  return gatherWaitFacts({ ...makePlan({ tasks, base, concurrency: 3, caution: 'balanced', ...nothing }), ...changes });
}

describe('the facts of a plan', () => {
  it('know conflicts from both sides: soft when all they rest on is risk', () => {
    const risk = { kind: 'risk', p: 0.6 } as const;
    const { apart } = facts({
      conflicts: [
        { between: [a, b], reasons: [risk] },
        { between: [b, c], reasons: [{ kind: 'write-write', path: 'x.ts' }, risk] },
      ],
    });
    expect([...(apart.get(b) ?? [])]).toEqual([
      ['a', 'soft'],
      ['c', 'hard'],
    ]);
    expect([apart.get(a)?.get(b), apart.get(c)?.get(b), apart.get(a)?.get(c)]).toEqual(['soft', 'hard', undefined]);
  });

  it('know risks from both sides', () => {
    const { risky } = facts({ risks: [{ between: [a, c], p: 0.2 }] });
    expect([risky.get(a)?.get(c), risky.get(c)?.get(a), risky.get(b)]).toEqual([0.2, 0.2, undefined]);
  });

  it('call exclusive who asked for it, not whom it meets', () => {
    const { exclusive } = facts({ conflicts: [{ between: [a, b], reasons: [{ kind: 'exclusive', task: b }] }] });
    expect([...exclusive]).toEqual(['b']);
  });

  it('call vague who is asked a question, not who is warned', () => {
    const note = (code: string, task: typeof a): PlanNote => ({ code, message: '', task });
    expect([...facts({ diagnostics: [note('W_OTHER', a), note('Q_VAGUE', c)] }).vague]).toEqual(['c']);
  });
});
