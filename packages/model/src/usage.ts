/** What a session spent. Undefined `usd` means unknown, not free. */
export interface Usage {
  readonly usd?: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly turns: number;
  /** Wall seconds of the session, preparation left out. */
  readonly seconds: number;
}

export const NO_USAGE: Usage = { usd: 0, inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 };

/** Adds; unknown money stays unknown only when both sides are unknown. */
export function addUsage(a: Usage, b: Usage): Usage {
  const usd = a.usd === undefined && b.usd === undefined ? {} : { usd: (a.usd ?? 0) + (b.usd ?? 0) };
  return {
    ...usd,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    turns: a.turns + b.turns,
    seconds: a.seconds + b.seconds,
  };
}
