import { expect, test } from 'vitest';
import { isControlFile } from './control-file.js';

test.each([
  '.claude/settings.json',
  'apps/web/.claude/commands/x.md',
  'CLAUDE.md',
  'apps/api/AGENTS.md',
  '.mcp.json',
  '.github/workflows/ci.yml',
  '.gitlab-ci.yml',
  '.husky/pre-commit',
  '.gitattributes',
  'packages/a/.npmrc',
  '.vscode/tasks.json',
  'breakwater.config.yaml',
  '.Claude/settings.json',
  'apps/api/.claude/settings.local.json',
  'CLAUDE.local.md',
  '.cursorrules',
  '.github/instructions/api.instructions.md',
])('%s decides what runs or what agents are told', (path) => {
  expect(isControlFile(path)).toBe(true);
});

test.each(['src/claude/agent.ts', 'docs/agents.md.txt', '.github/ISSUE_TEMPLATE/bug.md', '.gitignore', 'src/jenkinsfile.ts'])(
  '%s is a file like others',
  (path) => {
    expect(isControlFile(path)).toBe(false);
  },
);
