import { expect, test } from 'vitest';
import { permissionRules } from './permission-rules.js';

const rules = (verify: readonly string[], allow: readonly string[] = []) =>
  permissionRules({ cwd: '/w/api', verify, claude: { allow } }).filter((rule) => !rule.startsWith('Bash(git '));

test('a session may write below its worktree, named with two slashes', () => {
  expect(rules([])).toEqual(['Edit(//w/api/**)']);
});

test.each(['/w/a[b]c', '/w/a*b', '/w/a?b'])('%s reads as a pattern, so the rule is relative to the working folder', (cwd) => {
  expect(permissionRules({ cwd, verify: [], claude: { allow: [] } })[0]).toBe('Edit(**)');
});

test('spaces, parentheses and commas in the path are no pattern', () => {
  expect(permissionRules({ cwd: '/w/a (b), c', verify: [], claude: { allow: [] } })[0]).toBe('Edit(//w/a (b), c/**)');
});

test('what will verify its work it may run, alone and with more words', () => {
  expect(rules(['npm test'])).toEqual(['Edit(//w/api/**)', 'Bash(npm test)', 'Bash(npm test *)']);
});

test('each part of a compound command needs a rule of its own', () => {
  expect(rules(['cd apps/api && npm test']).slice(1)).toEqual([
    'Bash(cd apps/api)',
    'Bash(cd apps/api *)',
    'Bash(npm test)',
    'Bash(npm test *)',
  ]);
});

test('where a placeholder stands, any word may', () => {
  expect(rules(['npx nx affected -t test --base={base} --head={head}'])[1]).toBe(
    'Bash(npx nx affected -t test --base=* --head=*)',
  );
});

test('what the user allows is added, and nothing is said twice', () => {
  expect(rules(['npm test', 'npm test'], ['Bash(npx nx *)', 'Bash(npm test)'])).toEqual([
    'Edit(//w/api/**)',
    'Bash(npm test)',
    'Bash(npm test *)',
    'Bash(npx nx *)',
  ]);
});

test('it may look at and commit its work, and not push, check out or configure', () => {
  const verbs = permissionRules({ cwd: '/w', verify: [], claude: { allow: [] } }).flatMap(
    (rule) => /^Bash\(git (\w+)\)$/.exec(rule)?.[1] ?? [],
  );
  expect(verbs).toEqual(['add', 'commit', 'status', 'diff', 'log', 'show', 'mv', 'rm', 'restore']);
});
