import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * The parser keeps a text's tree outside the heap, some twenty times as large as the text, until its handle is collected; and of that
 * memory the collector knows nothing, so it sees no reason to hurry. Left alone, ten thousand files take over a gigabyte, and getting
 * so much from the system takes longer than parsing. So the collector is asked now and then.
 */
const OFTEN_ENOUGH = 4_000_000;

let parsed = 0;
let collect: (() => void) | undefined;

/** To be called after a text of so many bytes was parsed. Memory is released when the caller next waits for something. */
export function releaseParsed(bytes: number): void {
  parsed += bytes;
  if (parsed < OFTEN_ENOUGH) return;
  parsed = 0;
  collect ??= collector();
  collect();
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const exposed: unknown = runInNewContext('globalThis.gc');
  return typeof exposed === 'function' ? () => exposed() : () => undefined;
}
