import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anOrder, program, tempFolder } from '../scripted-world.testing.js';
import { askClaude, type Question } from './ask-claude.js';

const SCHEMA = { type: 'object', properties: { files: { type: 'array' } } };
const RESULT = {
  type: 'result',
  subtype: 'success',
  is_error: false,
  terminal_reason: 'completed',
  num_turns: 1,
  total_cost_usd: 0.02,
  usage: { input_tokens: 900, output_tokens: 40 },
  result: '{"files":["a.ts"]}',
  structured_output: { files: ['a.ts'] },
};

/** A question to a claude that writes down what it was given and prints a line. */
function aQuestion(line: unknown, rest: Partial<Question> = {}): Question {
  const source = `let prompt = '';
    process.stdin.on('data', (chunk) => { prompt += chunk; });
    process.stdin.on('end', () => {
      require('node:fs').writeFileSync('given.json', JSON.stringify({ args: process.argv.slice(2), prompt }));
      console.log(${JSON.stringify(JSON.stringify(line))});
    });`;
  const { order } = anOrder();
  const claude = { command: program(tempFolder(), 'claude', source), permissionMode: 'acceptEdits', allow: ['Bash(*)'] };
  return { ...order, claude, schema: SCHEMA, mayRead: true, ...rest };
}

describe('a question to Claude Code', () => {
  it('is answered in the form that was asked for, with its cost', async () => {
    expect(await askClaude(aQuestion(RESULT))).toEqual({
      answer: { ok: true, value: { files: ['a.ts'] } },
      usage: { usd: 0.02, inputTokens: 900, outputTokens: 40, turns: 1, seconds: expect.any(Number) },
    });
  });

  it('lets it read at most, whatever the configuration allows sessions', async () => {
    const question = aQuestion(RESULT, { prompt: 'Which files?', model: 'haiku', budget: { usd: 0.1, turns: 4 } });
    await askClaude(question);
    const { args, prompt } = JSON.parse(readFileSync(`${question.cwd}/given.json`, 'utf8')) as { args: string[]; prompt: string };
    expect(prompt).toBe('Which files?');
    expect(args.join(' ')).toBe(
      '-p --output-format stream-json --verbose --no-session-persistence --model haiku --max-turns 4 --max-budget-usd 0.1 ' +
        '--permission-mode dontAsk --permission-prompts none --tools Read,Grep,Glob --setting-sources user --strict-mcp-config ' +
        `--json-schema ${JSON.stringify(SCHEMA)}`,
    );
  });

  it('lets it read nothing when told so', async () => {
    const question = aQuestion(RESULT, { mayRead: false });
    await askClaude(question);
    expect(readFileSync(`${question.cwd}/given.json`, 'utf8')).toContain('"--tools","","--setting-sources"');
  });

  it('has no answer when the model gave none, though the client calls it a success', async () => {
    const { structured_output: _, ...silent } = RESULT;
    const { answer, usage } = await askClaude(aQuestion(silent));
    expect(answer).toMatchObject({ ok: false, error: { reason: 'session-failed' } });
    expect(usage.usd).toBe(0.02);
  });

  it('says what the API refused', async () => {
    const refused = { ...RESULT, is_error: true, api_error_status: 401, terminal_reason: 'api_error', result: 'no key' };
    expect((await askClaude(aQuestion(refused))).answer).toEqual({
      ok: false,
      error: { reason: 'api-error', status: 401, message: 'no key' },
    });
  });

  it('says when there is no such program', async () => {
    const question = aQuestion(RESULT, { claude: { command: '/nowhere/claude', permissionMode: 'dontAsk', allow: [] } });
    expect((await askClaude(question)).answer).toMatchObject({ ok: false, error: { reason: 'runner-missing' } });
    expect(existsSync(`${question.cwd}/given.json`)).toBe(false);
  });
});
