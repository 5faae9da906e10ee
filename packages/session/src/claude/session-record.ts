import type { Usage } from '@breakwater/model';
import type { ClaudeResult, StreamEvent } from './stream-event.js';

/** What a session's stream has told so far. */
export interface SessionRecord {
  /** A session starts every turn anew; it is news once. */
  readonly started: boolean;
  /** Tokens by message id. */
  readonly messages: ReadonlyMap<string, { readonly inputTokens: number; readonly outputTokens: number }>;
  /** The last one: a run may print several. */
  readonly result?: ClaudeResult;
  /** The account gets no more for now. */
  readonly limit?: { readonly until?: string };
  /** What all results together say was added, when each says so. */
  readonly added?: ClaudeResult['added'];
}

export const EMPTY_RECORD: SessionRecord = { started: false, messages: new Map() };

export function foldStreamEvent(record: SessionRecord, event: StreamEvent): SessionRecord {
  if (event.kind === 'started') return { ...record, started: true };
  if (event.kind === 'result') return { ...record, result: event.result, added: sumOf(record, event.result) };
  if (event.kind === 'account-limit') return { ...record, limit: event.until === undefined ? {} : { until: event.until } };
  if (event.kind !== 'spent') return record;
  const { message, inputTokens, outputTokens } = event;
  return { ...record, messages: new Map(record.messages).set(message, { inputTokens, outputTokens }) };
}

function sumOf({ result, added }: SessionRecord, { added: more }: ClaudeResult): ClaudeResult['added'] {
  if (result === undefined || more === undefined) return more;
  if (added === undefined) return undefined;
  const { usd, inputTokens, outputTokens } = more;
  return {
    usd: added.usd + usd,
    inputTokens: added.inputTokens + inputTokens,
    outputTokens: added.outputTokens + outputTokens,
  };
}

/** The same for a conversation that was gone on with: its totals hold what earlier sessions spent, so only what was added counts. */
export function usageOfResumed(record: SessionRecord, seconds: number): Usage {
  const usage = usageOf(record, seconds);
  return record.added === undefined ? usage : { ...usage, ...record.added };
}

/**
 * What the session spent. The result line knows best; without one (killed, interrupted) the messages seen are added up and the
 * cost is unknown, for a price list of ours would be wrong within months.
 */
export function usageOf({ messages, result }: SessionRecord, seconds: number): Usage {
  const seen = [...messages.values()];
  const tokens = result?.tokens ?? {
    inputTokens: seen.reduce((all, one) => all + one.inputTokens, 0),
    outputTokens: seen.reduce((all, one) => all + one.outputTokens, 0),
  };
  const usd = result?.usd === undefined ? {} : { usd: result.usd };
  return { ...usd, ...tokens, turns: result?.turns ?? messages.size, seconds };
}
