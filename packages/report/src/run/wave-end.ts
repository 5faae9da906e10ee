import type { RunState } from '@breakwater/model';
import { costOf, tasksOfWave, usageOf } from './run-facts.js';

/** What a wave came to. */
export interface WaveEnd {
  readonly tasks: number;
  readonly integrated: number;
  /** Of its longest session. */
  readonly seconds: number;
  /** Undefined when no session told. */
  readonly usd: number | undefined;
}

export function waveEnd(state: RunState, wave: number): WaveEnd {
  const tasks = tasksOfWave(state, wave);
  return {
    tasks: tasks.length,
    integrated: tasks.filter((task) => task.state.state === 'integrated').length,
    seconds: Math.max(0, ...tasks.map(({ usage }) => usage.seconds)),
    usd: costOf(usageOf(tasks)),
  };
}
