import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the model. `{{cwd}}` in tool inputs becomes the session's working folder. */
export interface Step {
  readonly say?: string;
  readonly tools?: readonly { readonly name: string; readonly input: Readonly<Record<string, unknown>> }[];
  /** Tokens that decide the cost the client computes. */
  readonly input?: number;
  readonly output?: number;
  /** An HTTP error instead of an answer. */
  readonly status?: number;
  /** Only so many times; then it answers. */
  readonly failures?: number;
  /** Answer only when the test opens this gate. */
  readonly gate?: string;
}

/** By the word after `SCRIPT:` in the brief. */
export type Scripts = Readonly<Record<string, readonly Step[]>>;

interface Message {
  readonly role: string;
  readonly content: string | readonly { readonly type: string; readonly text?: string }[];
}

/**
 * A model server for the real Claude Code CLI, on loopback only. It keeps no state of a conversation: which step comes next is
 * the number of assistant messages since the prompt, so retries and parallel sessions need no bookkeeping.
 */
export class ModelServer {
  readonly requests: {
    readonly script: string;
    readonly step: number;
    /** What the tools answered since the model last spoke. */
    readonly results: readonly string[];
  }[] = [];
  private readonly waiting = new Map<string, readonly (() => void)[]>();
  private readonly opened = new Set<string>();
  private readonly reached = new Map<string, () => void>();
  private tools = 0;
  private readonly failed = new Map<Step, number>();

  private constructor(private readonly scripts: Scripts) {}

  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  static async begin(scripts: Scripts): Promise<ModelServer> {
    const model = new ModelServer(scripts);
    await new Promise<void>((resolve) => model.server.listen(0, '127.0.0.1', resolve));
    return model;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The environment of a Claude Code that can reach nothing but this server. */
  environment(configFolder: string): Readonly<Record<string, string>> {
    const { port } = this.server.address() as AddressInfo;
    return {
      ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`,
      ANTHROPIC_API_KEY: 'not-a-key',
      CLAUDE_CONFIG_DIR: configFolder,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      CLAUDE_CODE_MAX_RETRIES: '1',
      DISABLE_AUTOUPDATER: '1',
      DISABLE_ERROR_REPORTING: '1',
      DISABLE_TELEMETRY: '1',
    };
  }

  /** Resolves when some session has come to the gate. */
  async waitAt(gate: string): Promise<void> {
    if (!this.waiting.has(gate)) await new Promise<void>((resolve) => this.reached.set(gate, resolve));
  }

  /** For those who wait there and for all who come later, so that it does not matter which of a killed and a new session is seen. */
  open(gate: string): void {
    this.opened.add(gate);
    for (const pass of this.waiting.get(gate) ?? []) pass();
    this.waiting.delete(gate);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (!(request.url ?? '').startsWith('/v1/messages')) return void response.writeHead(404).end('{}');
    const { messages, system, model } = JSON.parse(body) as { messages: readonly Message[]; system?: unknown; model: string };
    const { script, step } = placeIn(messages);
    this.requests.push({ script, step, results: toolResults(messages) });
    const said = this.scripts[script]?.[step] ?? { say: `nothing is scripted for ${script} at ${step}` };
    if (said.gate !== undefined) await this.pass(said.gate);
    if (response.destroyed) return;
    if (said.status !== undefined && this.fails(said))
      return void response.writeHead(said.status, { 'content-type': 'application/json' }).end(errorBody(said.status));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of this.stream(said, model, workingFolder(messages, system)))
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    response.end();
  }

  private fails(step: Step): boolean {
    const before = this.failed.get(step) ?? 0;
    this.failed.set(step, before + 1);
    return before < (step.failures ?? Number.POSITIVE_INFINITY);
  }

  private async pass(gate: string): Promise<void> {
    if (this.opened.has(gate)) return;
    await new Promise<void>((resolve) => {
      this.waiting.set(gate, [...(this.waiting.get(gate) ?? []), resolve]);
      this.reached.get(gate)?.();
    });
  }

  private stream(step: Step, model: string, cwd: string): readonly { readonly type: string }[] {
    const usage = { input_tokens: step.input ?? 100, output_tokens: 1 };
    const message = {
      id: `msg_${this.tools}`,
      type: 'message',
      role: 'assistant',
      model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage,
    };
    const texts =
      step.say === undefined ? [] : [{ start: { type: 'text', text: '' }, delta: { type: 'text_delta', text: step.say } }];
    const tools = (step.tools ?? []).map(({ name, input }) => ({
      start: { type: 'tool_use', id: `toolu_${this.tools++}`, name, input: {} },
      delta: { type: 'input_json_delta', partial_json: JSON.stringify(input).replaceAll('{{cwd}}', cwd) },
    }));
    const blocks = [...texts, ...tools].flatMap(({ start, delta }, index) => [
      { type: 'content_block_start', index, content_block: start },
      { type: 'content_block_delta', index, delta },
      { type: 'content_block_stop', index },
    ]);
    const stop_reason = tools.length > 0 ? 'tool_use' : 'end_turn';
    const end = {
      type: 'message_delta',
      delta: { stop_reason, stop_sequence: null },
      usage: { output_tokens: step.output ?? 50 },
    };
    return [{ type: 'message_start', message } as { readonly type: string }, ...blocks, end, { type: 'message_stop' }];
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function textOf(message: Message): string {
  if (typeof message.content === 'string') return message.content;
  return message.content.map((block) => block.text ?? '').join('\n');
}

/** The script named in the last prompt, and how often the model has answered since. */
function placeIn(messages: readonly Message[]): { readonly script: string; readonly step: number } {
  const prompt = messages.findLastIndex((message) => message.role === 'user' && textOf(message).includes('SCRIPT:'));
  const script = /SCRIPT:([a-z0-9-]+)/.exec(prompt === -1 ? '' : textOf(messages[prompt]!))?.[1] ?? 'none';
  return { script, step: messages.slice(prompt + 1).filter((message) => message.role === 'assistant').length };
}

/** Texts of what came back from tools and hooks after the model's last message. */
function toolResults(messages: readonly Message[]): readonly string[] {
  const last = messages.findLastIndex((message) => message.role === 'assistant');
  return messages.slice(last + 1).map((message) => JSON.stringify(message.content));
}

function workingFolder(messages: readonly Message[], system: unknown): string {
  const all = `${messages.map(textOf).join('\n')}\n${JSON.stringify(system ?? '').replaceAll('\\n', '\n')}`;
  return /(?:Primary working directory|CWD): (.+)/.exec(all)?.[1]?.trim() ?? '/nowhere';
}

function errorBody(status: number): string {
  return JSON.stringify({
    type: 'error',
    error: { type: status === 529 ? 'overloaded_error' : 'invalid_request_error', message: `scripted ${status}` },
  });
}
