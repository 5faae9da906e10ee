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

/** Adds. Money is unknown when one side is unknown and the other is nothing; else the sum of what is known. */
export function addUsage(a: Usage, b: Usage): Usage {
  const known = (a.usd ?? 0) + (b.usd ?? 0);
  const unknown = known === 0 && (a.usd === undefined || b.usd === undefined);
  return {
    ...(unknown ? {} : { usd: known }),
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    turns: a.turns + b.turns,
    seconds: a.seconds + b.seconds,
  };
}
