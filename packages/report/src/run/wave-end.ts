import type { RunState } from '@breakwater/model';
import { tasksOfWave } from './run-facts.js';

/** What a wave came to. */
export interface WaveEnd {
  readonly tasks: number;
  readonly integrated: number;
  /** Of its longest session. */
  readonly seconds: number;
  readonly usd: number;
}

export function waveEnd(state: RunState, wave: number): WaveEnd {
  const tasks = tasksOfWave(state, wave);
  return {
    tasks: tasks.length,
    integrated: tasks.filter((task) => task.state.state === 'integrated').length,
    seconds: Math.max(0, ...tasks.map(({ usage }) => usage.seconds)),
    usd: tasks.reduce((sum, { usage }) => sum + (usage.usd ?? 0), 0),
  };
}
