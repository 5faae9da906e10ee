import { activityText } from './activity.js';
import { amountOf, type JsonRecord, listOf, recordOf, textOf } from './json-value.js';

/** What of Claude Code's stream matters to us. */
export type StreamEvent =
  | { readonly kind: 'started'; readonly sessionId: string; readonly model?: string }
  | { readonly kind: 'activity'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  /** A tool call as the model made it, and its end. */
  | { readonly kind: 'called'; readonly id: string; readonly tool: string }
  | { readonly kind: 'ran'; readonly id: string; readonly well: boolean }
  /** The account gets no more for now. `until`: ISO 8601. */
  | { readonly kind: 'account-limit'; readonly until?: string }
  /** One message may come in several lines, each with the usage of the whole. */
  | { readonly kind: 'spent'; readonly message: string; readonly inputTokens: number; readonly outputTokens: number }
  | { readonly kind: 'result'; readonly result: ClaudeResult };

/** The line that ends a turn. Absent fields are undefined: older versions know fewer. */
export interface ClaudeResult {
  readonly subtype: string | undefined;
  readonly isError: boolean;
  readonly terminalReason: string | undefined;
  /** Its last words, or its errors. */
  readonly text: string;
  /** HTTP status of the API's refusal. */
  readonly apiStatus: number | undefined;
  readonly usd: number | undefined;
  /** Cache reads and writes included; undefined when it does not say. */
  readonly tokens: { readonly inputTokens: number; readonly outputTokens: number } | undefined;
  readonly turns: number | undefined;
  /** The answer to a question with a schema. */
  readonly structured: unknown;
  /** What was spent since the last such line; the amounts above are those of the whole conversation. */
  readonly added: { readonly usd: number; readonly inputTokens: number; readonly outputTokens: number } | undefined;
}

/** Reads one line of `--output-format stream-json`. Half lines, foreign lines and unknown kinds mean nothing. */
export function readStreamLine(line: string): readonly StreamEvent[] {
  const event = parse(line);
  return READERS.get(`${event['type']}/${event['subtype']}`)?.(event) ?? READERS.get(`${event['type']}`)?.(event) ?? [];
}

function parse(line: string): JsonRecord {
  if (!line.startsWith('{')) return {};
  try {
    return recordOf(JSON.parse(line));
  } catch {
    return {};
  }
}

const READERS: ReadonlyMap<string, (event: JsonRecord) => readonly StreamEvent[]> = new Map([
  ['system/init', started],
  ['system/api_retry', retry],
  ['system/model_fallback', fallback],
  ['rate_limit_event', rateLimit],
  ['assistant', assistant],
  ['user', toolResults],
  ['result', (event: JsonRecord) => [{ kind: 'result' as const, result: readResult(event) }]],
]);

function started(event: JsonRecord): readonly StreamEvent[] {
  const sessionId = textOf(event['session_id']);
  const model = textOf(event['model']);
  if (sessionId === undefined) return [];
  return [{ kind: 'started', sessionId, ...(model === undefined ? {} : { model }) }];
}

function retry(event: JsonRecord): readonly StreamEvent[] {
  const status = amountOf(event['error_status']);
  const why = status === undefined ? 'no answer' : `status ${status}`;
  return [{ kind: 'activity', text: `waits for the API (${why}), try ${event['attempt']} of ${event['max_retries']}` }];
}

function fallback(event: JsonRecord): readonly StreamEvent[] {
  return [{ kind: 'warning', text: `goes on with ${event['fallback_model']} instead of ${event['original_model']}` }];
}

function rateLimit(event: JsonRecord): readonly StreamEvent[] {
  const limit = recordOf(event['rate_limit_info']);
  if (limit['status'] !== 'rejected') return [];
  const until = instantOf(amountOf(limit['resetsAt']));
  return [{ kind: 'account-limit', ...(until === undefined ? {} : { until }) }];
}

/** Seconds or milliseconds since 1970; which of them is told by the size. */
function instantOf(time: number | undefined): string | undefined {
  if (time === undefined || time <= 0) return undefined;
  const ms = time < 1e11 ? time * 1000 : time;
  return ms < 8.64e15 ? new Date(ms).toISOString() : undefined;
}

function assistant(event: JsonRecord): readonly StreamEvent[] {
  const message = recordOf(event['message']);
  const calls = listOf(message['content'])
    .map(recordOf)
    .filter((block) => block['type'] === 'tool_use');
  const acts = calls.map((call) => activityText(textOf(call['name']) ?? 'a tool', recordOf(call['input'])));
  const activities = [...acts.map((text) => ({ kind: 'activity', text }) as const), ...calls.flatMap(called)];
  const id = textOf(message['id']);
  if (id === undefined) return activities;
  return [...activities, { kind: 'spent', message: id, ...messageTokens(recordOf(message['usage'])) }];
}

function called(block: JsonRecord): readonly StreamEvent[] {
  const [id, tool] = [textOf(block['id']), textOf(block['name'])];
  return id === undefined || tool === undefined ? [] : [{ kind: 'called', id, tool }];
}

function toolResults(event: JsonRecord): readonly StreamEvent[] {
  const blocks = listOf(recordOf(event['message'])['content']).map(recordOf);
  return blocks.flatMap((block): readonly StreamEvent[] => {
    const id = textOf(block['tool_use_id']);
    return block['type'] !== 'tool_result' || id === undefined ? [] : [{ kind: 'ran', id, well: block['is_error'] !== true }];
  });
}

function messageTokens(usage: JsonRecord): { readonly inputTokens: number; readonly outputTokens: number } {
  const input = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'];
  return { inputTokens: sum(usage, input), outputTokens: sum(usage, ['output_tokens']) };
}

function readResult(event: JsonRecord): ClaudeResult {
  const models = Object.values(recordOf(event['modelUsage'])).map(recordOf);
  const errors = listOf(event['errors']).filter((one) => typeof one === 'string');
  return {
    subtype: textOf(event['subtype']),
    isError: event['is_error'] !== false,
    terminalReason: textOf(event['terminal_reason']),
    text: textOf(event['result']) ?? errors.join('\n'),
    apiStatus: amountOf(event['api_error_status']),
    usd: amountOf(event['total_cost_usd']) ?? costOf(models),
    tokens: resultTokens(models, event['usage']),
    turns: amountOf(event['num_turns']),
    structured: event['structured_output'],
    added: addedOf(Object.values(recordOf(event['model_usage_since_last_result'])).map(recordOf)),
  };
}

function addedOf(models: readonly JsonRecord[]): ClaudeResult['added'] {
  const [usd, tokens] = [costOf(models), resultTokens(models, undefined)];
  return usd === undefined || tokens === undefined ? undefined : { usd, ...tokens };
}

function costOf(models: readonly JsonRecord[]): number | undefined {
  const costs = models.map((model) => amountOf(model['costUSD'])).filter((cost) => cost !== undefined);
  return costs.length === 0 ? undefined : costs.reduce((a, b) => a + b, 0);
}

/** By model first: `usage` misses the last response of a budget stop, and what subagents on other models spent. */
function resultTokens(models: readonly JsonRecord[], usage: unknown): ClaudeResult['tokens'] {
  if (models.length === 0) return usage === undefined ? undefined : messageTokens(recordOf(usage));
  const input = ['inputTokens', 'cacheReadInputTokens', 'cacheCreationInputTokens'];
  const total = (keys: readonly string[]) => models.reduce((all, model) => all + sum(model, keys), 0);
  return { inputTokens: total(input), outputTokens: total(['outputTokens']) };
}

function sum(record: JsonRecord, keys: readonly string[]): number {
  return keys.reduce((all, key) => all + (amountOf(record[key]) ?? 0), 0);
}
