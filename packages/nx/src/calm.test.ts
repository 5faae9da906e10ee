import { EventEmitter } from 'node:events';
import { listenForStop } from 'breakwater';
import { expect, it } from 'vitest';
import { calm } from './calm.js';

function nxSends(...signals: readonly string[]): readonly [string | undefined, boolean, readonly number[]] {
  const exits: number[] = [];
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) });
  const asked = listenForStop(calm(process as never).process);
  for (const signal of signals) process.emit(signal, signal);
  return [asked.signal(), asked.hurry.aborted, exits];
}

it('takes the SIGTERMs that Nx sends after a Ctrl-C as the same wish', () => {
  expect(nxSends('SIGINT', 'SIGTERM', 'SIGTERM', 'SIGTERM')).toEqual(['SIGINT', false, []]);
});

it('takes a SIGTERM that comes alone as a wish to stop, once', () => {
  expect(nxSends('SIGTERM', 'SIGTERM', 'SIGTERM')).toEqual(['SIGTERM', false, []]);
});

it('still hurries at a second Ctrl-C, and ends at a third', () => {
  expect(nxSends('SIGINT', 'SIGTERM', 'SIGINT')).toEqual(['SIGINT', true, []]);
  expect(nxSends('SIGINT', 'SIGINT', 'SIGTERM', 'SIGINT')).toEqual(['SIGINT', true, [130]]);
});
