import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { listenForStop, stopSignalsFor } from './stop-signals.js';

function aProcess() {
  const exits: number[] = [];
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) });
  const asked = listenForStop(process as never);
  return { send: (signal: string) => process.emit(signal, signal), exits, asked };
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('the first %s asks to stop and is remembered', (signal) => {
  const { send, exits, asked } = aProcess();
  expect([asked.signal(), asked.stop.aborted, asked.hurry.aborted]).toEqual([undefined, false, false]);
  send(signal);
  expect([asked.signal(), asked.stop.aborted, asked.stop.reason, asked.hurry.aborted]).toEqual([signal, true, signal, false]);
  expect(exits).toEqual([]);
});

it('the second asks to hurry, and the first still says how we ended', () => {
  const { send, exits, asked } = aProcess();
  send('SIGINT');
  send('SIGTERM');
  expect([asked.signal(), asked.hurry.aborted, exits]).toEqual(['SIGINT', true, []]);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 130],
])('the third, %s, ends the process with %i', (signal, code) => {
  const { send, exits } = aProcess();
  send('SIGINT');
  send('SIGINT');
  send(signal);
  expect(exits).toEqual([code]);
});

it.each([
  [['execute', '--yes'], 3],
  [['resume'], 3],
  [['approve', 'a'], 3],
  [['reject', 'a'], 3],
  [['retry', 'a'], 3],
  [['demo'], 3],
  [['backtest'], 3],
  [['plan', '--scout'], 3],
  [['plan'], 0],
  [['status', 'execute'], 0],
  [[], 0],
])('of %j the signals are listened for: %i', (words, listened) => {
  const process = new EventEmitter();
  const { signal, stop, hurry } = stopSignalsFor(words, process as never);
  expect([process.eventNames().length, signal(), stop.aborted, hurry.aborted]).toEqual([listened, undefined, false, false]);
});
