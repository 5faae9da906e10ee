import type { Ports } from './ports.js';
import type { Recorder } from './recorder.js';
import type { RunInput } from './run-input.js';

/**
 * Gives back the places of tasks whose work is in the chain: those of earlier attempts, and with `last` also the one of the attempt
 * that came through, for a kill may have come between its integration and the giving back. What holds something unsaved stays.
 */
export async function closeFinished(
  { input, ports, recorder }: { readonly input: RunInput; readonly ports: Ports; readonly recorder: Recorder },
  { last }: { readonly last: boolean },
): Promise<void> {
  for (const { id, attempts, place = attempts, state } of recorder.state().tasks) {
    if (state.state !== 'integrated') continue;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (last || attempt !== place) await ports.lanes.close({ run: input.run, task: id, attempt }, state.work.commit);
    }
  }
}
