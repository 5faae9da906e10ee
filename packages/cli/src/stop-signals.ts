/** What the user asked for by signals. */
export interface StopSignals {
  readonly signal: () => NodeJS.Signals | undefined;
  readonly stop: AbortSignal;
  readonly hurry: AbortSignal;
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
