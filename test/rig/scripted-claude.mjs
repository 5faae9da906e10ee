#!/usr/bin/env node
/**
 * A stand-in for the `claude` command whose start a test awaits and whose edits and exit the test decides. It asks the test over
 * loopback what to do and speaks the same JSON lines as the real program.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

if (process.argv.includes('--version')) {
  process.stdout.write('2.1.330 (Claude Code)\n');
  process.exit(0);
}

const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const sessionFlag = process.argv.includes('--resume') ? '--resume' : '--session-id';
const sessionId = process.argv[process.argv.indexOf(sessionFlag) + 1];
let prompt = '';
for await (const chunk of process.stdin) prompt += chunk;
say({
  type: 'system',
  subtype: 'init',
  session_id: sessionId,
  cwd: process.cwd(),
  model: 'scripted',
  tools: [],
  claude_code_version: '2.1.330',
});

const answer = await fetch(process.env.SCRIPTED_CLAUDE_URL, {
  method: 'POST',
  body: JSON.stringify({
    cwd: process.cwd(),
    prompt,
    args: process.argv.slice(2),
    pid: process.pid,
    environment: Object.keys(process.env),
  }),
});
const script = await answer.json();

for (const [path, text] of Object.entries(script.write ?? {})) {
  say({
    type: 'assistant',
    message: {
      id: 'm',
      content: [{ type: 'tool_use', id: 't', name: 'Write', input: { file_path: join(process.cwd(), path) } }],
      usage: { input_tokens: 100, output_tokens: 50 },
    },
    session_id: sessionId,
  });
  mkdirSync(dirname(path) || '.', { recursive: true });
  writeFileSync(path, text);
}
if (script.commit) {
  execFileSync('git', ['add', '-A']);
  execFileSync('git', ['-c', 'core.hooksPath=/dev/null', 'commit', '-q', '-m', script.commit]);
}
const result = {
  type: 'result',
  subtype: 'success',
  is_error: false,
  terminal_reason: 'completed',
  num_turns: 2,
  total_cost_usd: 0.25,
  usage: { input_tokens: 100, output_tokens: 50 },
  result: 'done',
  session_id: sessionId,
};
say({ ...result, ...script.result });
process.exit(script.exit ?? 0);
