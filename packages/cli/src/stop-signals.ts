/** What the user asked for by signals. */
export interface StopSignals {
  readonly signal: () => NodeJS.Signals | undefined;
  readonly stop: AbortSignal;
  readonly hurry: AbortSignal;
}

/** Commands that run sessions, or answer with what they have by then. */
const STOPPED_WITH_CARE: ReadonlySet<string | undefined> = new Set([
  'execute',
  'resume',
  'approve',
  'reject',
  'retry',
  'demo',
  'backtest',
]);

/** Every other command ends at once, as the system does it. */
export function stopSignalsFor(words: readonly string[], process: NodeJS.Process): StopSignals {
  if (STOPPED_WITH_CARE.has(words[0]) || words.includes('--scout')) return listenForStop(process);
  const never = new AbortController().signal;
  return { signal: () => undefined, stop: never, hurry: never };
}

/** The first signal asks everything to stop and be saved, the second to do so without grace, the third ends this process at once. */
export function listenForStop(process: NodeJS.Process): StopSignals {
  const stop = new AbortController();
  const hurry = new AbortController();
  let first: NodeJS.Signals | undefined;
  const heard = (signal: NodeJS.Signals): void => {
    if (hurry.signal.aborted) process.exit(signal === 'SIGTERM' ? 143 : 130);
    if (stop.signal.aborted) hurry.abort(signal);
    first ??= signal;
    stop.abort(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
  return { signal: () => first, stop: stop.signal, hurry: hurry.signal };
}
