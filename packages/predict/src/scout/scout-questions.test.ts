import { anIndex, aTask, noTexts } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { type PredictionInput, predict } from '../predict.js';
import { scoutQuestions } from './scout-questions.js';

const filling = Array.from({ length: 60 }, (_, n) => `libs/other/part${n}.ts`);
const index = anIndex(['apps/web/login.ts', 'apps/web/theme.ts', 'libs/cart/total.ts', 'libs/cart/round.ts', ...filling]);
const a = aTask('a', { brief: 'Fix apps/web/login.ts in the cart' });
const b = aTask('b', { brief: 'Round the cart' });
const input: PredictionInput = { tasks: [a, b], index, symbols: [], texts: noTexts(index), history: [], hubs: [] };
const answer = (...files: readonly (readonly [string, string])[]) => ({ files: files.map(([path, sure]) => ({ path, sure })) });

function predicted(scouted?: PredictionInput['scouted'], tasks = input.tasks) {
  const { touchSets, risks } = predict({ ...input, tasks, ...(scouted === undefined ? {} : { scouted }) });
  const of = (task: number, path: string) => touchSets[task]?.writes.find((touch) => touch.path === path);
  const writes = (task: number) => touchSets[task]?.writes ?? [];
  return { of, writes, risk: risks[0]?.p ?? 0, carrier: risks[0]?.path, questions: touchSets.map(({ question }) => question) };
}

describe('the questions about tasks', () => {
  it('come in their order, and each lists the likeliest files of its own', () => {
    const questions = scoutQuestions(input);
    expect(questions.map(({ task }) => task)).toEqual(['a', 'b']);
    const [listed = [], others = []] = questions.map(({ prompt }) => prompt.split('\n').filter((line) => line.startsWith('- ')));
    expect(listed[0]).toBe('- apps/web/login.ts (brief: its path)');
    expect(others[0]).toBe('- libs/cart/round.ts (words: cart, round)');
    expect(others.join('\n')).not.toContain('brief: its path');
  });

  it('are the same for the same repository and tasks', () => {
    expect(scoutQuestions({ ...input, tasks: [b] })).toEqual(scoutQuestions(input).slice(1));
  });
});

describe('the answers', () => {
  const both = new Map([
    [a.id, answer(['apps/web/theme.ts', 'certain'])],
    [b.id, answer(['apps/web/theme.ts', 'likely'], ['../outside', 'certain'])],
  ]);

  it('make the named files likely, say why, and bring two tasks that share one together', () => {
    const { of, risk, carrier } = predicted(both);
    expect(of(1, 'apps/web/theme.ts')?.p).toBeGreaterThanOrEqual(0.6);
    expect(of(1, 'apps/web/theme.ts')?.evidence[0]).toEqual({ source: 'scout', detail: 'scout: likely' });
    expect({ risk: risk >= 0.54, carrier }).toEqual({ risk: true, carrier: 'apps/web/theme.ts' });
    expect(predicted().risk).toBeLessThan(0.54);
  });

  it('lower what only the model guessed, and nothing that the brief names', () => {
    const [before, after] = [predicted(), predicted(both)];
    const guessed = before.writes(1)[0];
    expect(after.of(1, guessed?.path ?? '')?.p).toBeLessThan((guessed?.p ?? 0) * 0.75);
    expect(after.of(0, 'apps/web/login.ts')?.p).toBe(before.of(0, 'apps/web/login.ts')?.p);
  });

  it('that name nothing known change nothing', () => {
    const nothing = new Map<typeof a.id, unknown>([
      [a.id, answer()],
      [b.id, answer(['no/such.ts', 'certain'])],
    ]);
    expect(predict({ ...input, scouted: nothing })).toEqual(predict(input));
  });

  it('settle what the brief left open', () => {
    const vague = aTask('v', { brief: 'Make it better' });
    const tasks = [vague];
    expect(predicted(undefined, tasks).questions).toMatchObject([{ projects: [] }]);
    const scouted = new Map([[vague.id, answer(['apps/web/theme.ts', 'likely'])]]);
    expect(predicted(scouted, tasks).questions).toEqual([undefined]);
  });
});
