import { type TaskId, taskId, type WaitReason } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { waveSummaryLines } from './wave-summary-lines.js';

const [a, b, c] = [taskId('a'), taskId('b'), taskId('c')];
const view = { columns: 120, colour: false, unicode: true };

function summary(waits: readonly (readonly [TaskId, readonly WaitReason[]])[]): string | undefined {
  return waveSummaryLines([a, b], new Map(waits), view)[1];
}

describe('a wave in two lines', () => {
  it('is one line when none of its tasks waits, or only those of another wave', () => {
    expect(waveSummaryLines([a, b], new Map(), view)).toEqual(['  a, b']);
    expect(summary([[c, [{ kind: 'exclusive' }]]])).toBeUndefined();
  });

  it('counts tasks, not reasons', () => {
    const twice: readonly WaitReason[] = [
      { kind: 'after', task: c },
      { kind: 'after', task: b },
      { kind: 'apart', task: c },
    ];
    expect(summary([[a, twice]])).toBe('  1 waits for an earlier task, 1 kept apart from an earlier one');
  });

  it.each<readonly [WaitReason, string, string]>([
    [{ kind: 'after', task: c }, '1 waits for an earlier task', '2 wait for an earlier task'],
    [{ kind: 'apart', task: c }, '1 kept apart from an earlier one', '2 kept apart from an earlier one'],
    [{ kind: 'full', wave: 1 }, '1 found no room before', '2 found no room before'],
    [{ kind: 'longer', wave: 1 }, '1 placed where it takes the least time', '2 placed where they take the least time'],
    [{ kind: 'vague' }, '1 placed last, for its files are a guess', '2 placed last, for their files are a guess'],
    [{ kind: 'exclusive' }, '1 runs alone', '2 run alone'],
  ])('says of one and of two %j', (reason, one, two) => {
    expect([summary([[a, [reason]]]), summary([a, b].map((id) => [id, [reason]]))]).toEqual([`  ${one}`, `  ${two}`]);
  });
});
