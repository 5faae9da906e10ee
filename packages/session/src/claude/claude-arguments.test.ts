import { expect, test } from 'vitest';
import { type ArgumentsOrder, claudeArguments } from './claude-arguments.js';

const ORDER: ArgumentsOrder = {
  claude: { command: 'claude', permissionMode: 'dontAsk', allow: ['Bash(npx nx *)'] },
  budget: {},
  sessionId: '00000000-0000-4000-8000-000000000001',
  cwd: '/work/lanes/7f3a/api',
  verify: ['npm test'],
};

test('one session, whole', () => {
  const order = { ...ORDER, model: 'sonnet', budget: { usd: 2, minutes: 30, turns: 60 } };
  expect(claudeArguments(order)).toMatchInlineSnapshot(`
    [
      "-p",
      "--output-format",
      "stream-json",
      "--verbose",
      "--session-id",
      "00000000-0000-4000-8000-000000000001",
      "--model",
      "sonnet",
      "--max-turns",
      "60",
      "--max-budget-usd",
      "2",
      "--permission-mode",
      "dontAsk",
      "--permission-prompts",
      "none",
      "--tools",
      "Read,Edit,Write,Bash",
      "--setting-sources",
      "user,project",
      "--allowedTools",
      "Edit(//work/lanes/7f3a/api/**)",
      "Bash(git add)",
      "Bash(git add *)",
      "Bash(git commit)",
      "Bash(git commit *)",
      "Bash(git status)",
      "Bash(git status *)",
      "Bash(git diff)",
      "Bash(git diff *)",
      "Bash(git log)",
      "Bash(git log *)",
      "Bash(git show)",
      "Bash(git show *)",
      "Bash(git mv)",
      "Bash(git mv *)",
      "Bash(git rm)",
      "Bash(git rm *)",
      "Bash(git restore)",
      "Bash(git restore *)",
      "Bash(npm test)",
      "Bash(npm test *)",
      "Bash(npx nx *)",
    ]
  `);
});

test('without limits and model their options are left out', () => {
  const given = claudeArguments(ORDER);
  expect(['--model', '--max-turns', '--max-budget-usd'].filter((name) => given.includes(name))).toEqual([]);
});

test('the task’s model comes before the configured one', () => {
  const claude = { ...ORDER.claude, model: 'opus' };
  const modelOf = (order: ArgumentsOrder) => claudeArguments(order)[claudeArguments(order).indexOf('--model') + 1];
  expect([modelOf({ ...ORDER, claude }), modelOf({ ...ORDER, claude, model: 'haiku' })]).toEqual(['opus', 'haiku']);
});

test('permissions are skipped only when the user said so', () => {
  expect(claudeArguments(ORDER).join(' ')).not.toMatch(/bypass|dangerously/);
  const claude = { ...ORDER.claude, permissionMode: 'bypassPermissions' };
  expect(claudeArguments({ ...ORDER, claude })).toContain('bypassPermissions');
});

test('the list of rules comes last, where it can swallow nothing', () => {
  const given = claudeArguments(ORDER);
  expect(given.slice(given.indexOf('--allowedTools') + 1).every((rule) => /^(Edit|Bash)\(/.test(rule))).toBe(true);
});
