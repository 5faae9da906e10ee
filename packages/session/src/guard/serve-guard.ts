import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Guard } from './guard.js';
import { hookAnswer, type Judgement } from './hook-answer.js';
import { type HookCall, readHookCall } from './hook-call.js';

export interface ServedGuard {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A write may hold the whole new file. */
const LONGEST_BODY = 64 * 1024 * 1024;
/** Milliseconds; less than Claude Code waits. */
const ANSWER_MS = 20_000;

/** Answers on a random port of this machine alone, to whoever knows the secret. Whatever goes wrong is a refusal. */
export async function serveGuard(guard: Pick<Guard, 'judge'>, secret: string, answerMs = ANSWER_MS): Promise<ServedGuard> {
  // Loaded here, for most commands serve nothing and would wait for it.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => void answer(request, response, { guard, secret, answerMs }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${secret}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Desk {
  readonly guard: Pick<Guard, 'judge'>;
  readonly secret: string;
  readonly answerMs: number;
}

async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  response.on('error', () => undefined);
  if (request.method !== 'POST' || request.url !== `/${desk.secret}`) return void response.writeHead(404).end();
  const call = readHookCall((await readBody(request)) ?? '');
  const judgement = call === undefined ? NOT_UNDERSTOOD : await judgeInTime(call, desk);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(hookAnswer(judgement)));
}

const NOT_UNDERSTOOD: Judgement = { say: 'no', why: 'The guard of this run did not understand what is to be written.' };

/** No answer in time is a refusal, here and nowhere else. After a shell command there is nothing left to refuse. */
async function judgeInTime(call: HookCall, { guard, answerMs }: Desk): Promise<Judgement> {
  const late = new AbortController();
  const tooLate = new Promise<Judgement>((resolve) => {
    const timer = setTimeout(() => resolve(refusal(call, 'did not answer in time')), answerMs);
    late.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
  const judged = guard
    .judge(call)
    .catch((error: unknown) => refusal(call, error instanceof Error ? error.message : String(error)));
  const judgement = await Promise.race([judged, tooLate]);
  late.abort();
  return judgement;
}

function refusal({ when }: HookCall, what: string): Judgement {
  return when === 'after'
    ? { say: 'nothing' }
    : { say: 'no', why: `The guard of this run could not say yes (${what}). Try once more later.` };
}

/** Undefined when it is too long or breaks off. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LONGEST_BODY) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}
