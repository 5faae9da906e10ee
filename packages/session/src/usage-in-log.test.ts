import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_USAGE } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usageInLog } from './usage-in-log.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'breakwater-log-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STARTED = { type: 'system', subtype: 'init', session_id: 's', model: 'm' };
const said = (id: string, output: number) => ({
  type: 'assistant',
  message: { id, content: [], usage: { input_tokens: 100, output_tokens: output } },
});
const RESULT = {
  type: 'result',
  subtype: 'success',
  total_cost_usd: 0.25,
  num_turns: 2,
  usage: { input_tokens: 300, output_tokens: 9 },
};

function logged(...lines: readonly (object | string)[]): string {
  const file = join(folder, 'a.session.log');
  writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return file;
}

describe('what a session spent whose end nobody saw', () => {
  const CLAUDE = { runner: 'claude', resumed: false } as const;

  it('is nothing when it was never begun', async () => {
    expect(await usageInLog(join(folder, 'none.log'), CLAUDE)).toEqual(NO_USAGE);
  });

  it('is the tokens of its messages, and dollars nobody knows, when it was cut off', async () => {
    const file = logged(STARTED, 'npm warn something', said('1', 5), said('1', 7), said('2', 1), '{"type":"assist');
    expect(await usageInLog(file, CLAUDE)).toEqual({ inputTokens: 200, outputTokens: 8, turns: 2, seconds: 0 });
  });

  it('is what its result told when it came that far', async () => {
    expect(await usageInLog(logged(STARTED, said('1', 5), RESULT), CLAUDE)).toEqual({
      usd: 0.25,
      inputTokens: 300,
      outputTokens: 9,
      turns: 2,
      seconds: 0,
    });
  });

  it('is unknown for a program that tells nothing, whatever its output looks like', async () => {
    const unknown = { inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 };
    expect(await usageInLog(logged(STARTED, RESULT), { runner: 'command', resumed: false })).toEqual(unknown);
    expect(await usageInLog(logged(), CLAUDE)).toEqual(unknown);
    expect(await usageInLog(folder, CLAUDE)).toEqual(unknown);
  });
});
