import type { RunCheck } from './run-check.js';

/** A run is finished when nothing is under way and nothing waits; a wave begins when the one before is over. */
export const checkEnd: RunCheck = (moment, event) => {
  if (event.ev !== 'run-finished' && event.ev !== 'wave-started') return [];
  const stands = [...moment.stands];
  const open = stands.filter(([, stand]) => stand === 'running' || stand === 'ready');
  const left = event.ev === 'run-finished' ? stands.filter(([, stand]) => stand === 'waiting') : [];
  const what = event.ev === 'run-finished' ? 'the run is finished' : `wave ${event.wave} starts`;
  return [...open, ...left].map(([id, stand]) => `${what}, and ${id} is ${stand}`);
};
