import { type Planner, planHere } from '@breakwater/api';
import { describe, expect, it } from 'vitest';
import { anIo, aWorld } from './cli-rig.testing.js';
import { PLANNING } from './flags.js';
import { main } from './main.js';
import { buildProgram, flagsOf } from './program.js';

const program = () =>
  buildProgram({ io: anIo(), world: {} as never, planner: planHere, signal: () => undefined }, () => undefined);

describe('the flags of a command', () => {
  it('are found by its name alone, and are those of its help, each once', () => {
    const own = program().commands.map((command) => [command.name(), command.options.map((option) => option.attributeName())]);
    expect(own.map(([name]) => [name, flagsOf(String(name))])).toEqual(own);
    expect(own.filter(([, flags]) => new Set(flags).size !== flags?.length)).toEqual([]);
  });

  it('are those of planning for all that make a plan', () => {
    const planning = program().commands.map((command) => command.name());
    const full = planning.filter((name) => PLANNING.every((flag) => flagsOf(name).includes(flag)));
    expect(full).toEqual(['plan', 'execute', 'explain']);
  });

  it.each(['', 'constructor', 'execute [plan]', 'Plan'])('are asked of %j by nobody but a fault of ours', (name) => {
    expect(() => flagsOf(name)).toThrow(`Internal error: no command ${name}`);
  });
});

describe('the plan file of execute', () => {
  /** What the planner is asked for, which makes no plan. */
  async function askedFor(...words: readonly string[]): Promise<readonly unknown[]> {
    const asked: unknown[] = [];
    const planner: Planner = async ({ document }) => {
      asked.push(document);
      return { ok: false, error: { reason: 'usage', message: 'no plan' } };
    };
    const code = await main(words, { io: anIo(), world: aWorld('/'), planner, signal: () => undefined });
    return [code, ...asked];
  }

  it('is asked for as it was written, and one that a shell left empty is no plan of what stands in the tasks file', async () => {
    expect(await askedFor('execute')).toEqual([2, undefined]);
    expect(await askedFor('execute', 'plan.json', '--replan')).toEqual([2, { file: 'plan.json', replan: true }]);
    expect(await askedFor('execute', '--', '--yes')).toEqual([2, { file: '--yes', replan: false }]);
    expect(await askedFor('execute', '')).toEqual([2, { file: '', replan: false }]);
    expect(await askedFor('execute', 'a.json', 'b.json')).toEqual([2]);
  });
});
