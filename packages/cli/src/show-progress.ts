import { createScreen, progressLine } from '@breakwater/report';
import type { Io } from './io.js';

/** One line that is repainted, where a person looks; elsewhere nothing. */
export function showProgress(
  io: Io,
  noun: string,
): { readonly show: (done: number, of: number) => void; readonly close: () => void } {
  if (io.live === undefined) return { show: () => undefined, close: () => undefined };
  const screen = createScreen(io.live, { keepCursor: true });
  return {
    show: (done, of) => screen.update([progressLine(done, of, noun, io.errView)]),
    close: () => {
      screen.update([]);
      screen.close();
    },
  };
}
