import { describe, expect, test } from 'vitest';
import { located, marked } from '../worlds.testing.js';
import { checkShape } from './check-shape.js';
import { RULES, type RuleName } from './rules.js';
import { writtenConfig } from './written-config.js';
import { writtenTask } from './written-task.js';

/** A drawing of a wrong task, what is said about it, the rule that gives code and hint, and what comes before the hint. */
type Row = readonly [drawing: string, message: string, rule: RuleName, code?: string | undefined, before?: string];

const TASK: readonly Row[] = [
  ['id: «012»', 'id of task "x" is 012', 'id', 'E_TASK_ID', 'YAML reads 012 as the number 12; put it in quotes: "012". '],
  ['id: «1e3»', 'id of task "x" is 1e3', 'id', 'E_TASK_ID', 'YAML reads 1e3 as the number 1000; put it in quotes: "1e3". '],
  ['id: «true»', 'id of task "x" is true', 'id', 'E_TASK_ID', 'YAML reads true as the boolean true; put it in quotes: "true". '],
  ['id: «~»', 'id of task "x" is ~', 'id', 'E_TASK_ID', 'YAML reads ~ as nothing (null); put it in quotes: "~". '],
  ['«id»:', 'id of task "x" is empty', 'id', 'E_TASK_ID'],
  ['id: «""»', 'id of task "x" is ""', 'id', 'E_TASK_ID'],
  ['id: «Order»', 'id of task "x" is "Order"', 'id', 'E_TASK_ID'],
  ['id: «a b»', 'id of task "x" is "a b"', 'id', 'E_TASK_ID'],
  ['id: «a/b»', 'id of task "x" is "a/b"', 'id', 'E_TASK_ID'],
  ['id: «"-a"»', 'id of task "x" is "-a"', 'id', 'E_TASK_ID'],
  ['id: «.a»', 'id of task "x" is ".a"', 'id', 'E_TASK_ID'],
  ['id: «HEAD»', 'id of task "x" is "HEAD"', 'id', 'E_TASK_ID'],
  ['id: «"a\\e[2J"»', 'id of task "x" is "a\\x1b[2J"', 'id', 'E_TASK_ID'],
  ['id: «"a\\u202eb"»', 'id of task "x" is "a\\u202eb"', 'id', 'E_TASK_ID'],
  [`id: «${'a'.repeat(65)}»`, `id of task "x" is "${'a'.repeat(65)}"`, 'id', 'E_TASK_ID'],
  ['id: «a..b»', 'id of task "x" is "a..b"', 'id-reserved', 'E_TASK_ID'],
  ['id: «a.lock»', 'id of task "x" is "a.lock"', 'id-reserved', 'E_TASK_ID'],
  ['id: «a.»', 'id of task "x" is "a."', 'id-reserved', 'E_TASK_ID'],
  ['id: «con»', 'id of task "x" is "con"', 'id-reserved', 'E_TASK_ID'],
  ['id: «integration»', 'id of task "x" is "integration"', 'id-reserved', 'E_TASK_ID'],
  ['id: «constructor»', 'id of task "x" is "constructor"', 'id-reserved', 'E_TASK_ID'],
  ['«brief»: [a]', 'brief of task "x" is a list', 'brief', 'E_PROMPT'],
  ['title: «4»', 'title of task "x" is 4', 'text', 'E_TASKS_TYPE', 'YAML reads 4 as the number 4; put it in quotes: "4". '],
  ['scope: «api»', 'scope of task "x" is "api"', 'scope', 'E_TASKS_TYPE'],
  ['scope: [«1»]', 'scope[0] of task "x" is 1', 'text', 'E_TASKS_TYPE', 'YAML reads 1 as the number 1; put it in quotes: "1". '],
  ['writes: «src»', 'writes of task "x" is "src"', 'globs', 'E_TASKS_TYPE'],
  ['«reads»: {a: 1}', 'reads of task "x" is a map', 'globs', 'E_TASKS_TYPE'],
  ['dependsOn: «null»', 'dependsOn of task "x" is null', 'dependsOn', 'E_TASKS_TYPE'],
  ['«dependsOn»:', 'dependsOn of task "x" is empty', 'dependsOn', 'E_TASKS_TYPE'],
  ['resources: «gpu»', 'resources of task "x" is "gpu"', 'resources', 'E_TASKS_TYPE'],
  ['resources: [gpu, «3»]', 'resources[1] of task "x" is 3', 'resource', 'E_TASKS_TYPE'],
  ['resources: [{«amount»: 2}]', 'resources[0].name of task "x" is missing', 'resource-name', 'E_TASKS_TYPE'],
  ['resources: [{name: gpu, amount: «0»}]', 'resources[0].amount of task "x" is 0', 'amount', 'E_VALUE_RANGE'],
  ['resources: [{name: gpu, amount: «1.5»}]', 'resources[0].amount of task "x" is 1.5', 'amount', 'E_VALUE_RANGE'],
  ['exclusive: «"yes"»', 'exclusive of task "x" is "yes"', 'flag', 'E_TASKS_TYPE'],
  ['disabled: «1»', 'disabled of task "x" is 1', 'flag', 'E_TASKS_TYPE'],
  ['priority: «high»', 'priority of task "x" is "high"', 'priority', 'E_VALUE_RANGE'],
  ['priority: «1000000000000»', 'priority of task "x" is 1000000000000', 'priority', 'E_VALUE_RANGE'],
  ['verify: «npm test»', 'verify of task "x" is "npm test"', 'commands', 'E_TASKS_TYPE'],
  [
    'verify: [«true»]',
    'verify[0] of task "x" is true',
    'command',
    'E_TASKS_TYPE',
    'YAML reads true as the boolean true; put it in quotes: "true". ',
  ],
  ['budget: «5»', 'budget of task "x" is 5', 'budget', 'E_TASKS_TYPE'],
  ['budget: {usd: «0»}', 'budget.usd of task "x" is 0', 'usd', 'E_VALUE_RANGE'],
  ['budget: {usd: «-1»}', 'budget.usd of task "x" is -1', 'usd', 'E_VALUE_RANGE'],
  ['budget: {usd: «.nan»}', 'budget.usd of task "x" is .nan', 'usd', 'E_VALUE_RANGE'],
  ['budget: {usd: «.inf»}', 'budget.usd of task "x" is .inf', 'usd', 'E_VALUE_RANGE'],
  ['budget: {usd: «1e12»}', 'budget.usd of task "x" is 1e12', 'usd', 'E_VALUE_RANGE'],
  ['budget: {usd: «$5»}', 'budget.usd of task "x" is "$5"', 'usd', 'E_VALUE_RANGE'],
  ['budget: {minutes: «10 minutes»}', 'budget.minutes of task "x" is "10 minutes"', 'minutes', 'E_VALUE_RANGE'],
  ['budget: {turns: «2.5»}', 'budget.turns of task "x" is 2.5', 'turns', 'E_VALUE_RANGE'],
  ['model: «~»', 'model of task "x" is ~', 'text', 'E_TASKS_TYPE', 'YAML reads ~ as nothing (null); put it in quotes: "~". '],
];

const CONFIG: readonly Row[] = [
  ['version: «"1"»', 'version is "1"', 'version', 'E_CONFIG_VERSION'],
  ['«tasks»: [a]', 'tasks is a list', 'path'],
  ['concurrency: «0»', 'concurrency is 0', 'concurrency', 'E_VALUE_RANGE'],
  ['concurrency: «-1»', 'concurrency is -1', 'concurrency', 'E_VALUE_RANGE'],
  ['concurrency: «1.5»', 'concurrency is 1.5', 'concurrency', 'E_VALUE_RANGE'],
  ['concurrency: «65»', 'concurrency is 65', 'concurrency', 'E_VALUE_RANGE'],
  ['concurrency: «1000000000»', 'concurrency is 1000000000', 'concurrency', 'E_VALUE_RANGE'],
  ['concurrency: «three»', 'concurrency is "three"', 'concurrency', 'E_VALUE_RANGE'],
  ['caution: «brave»', 'caution is "brave"', 'caution', 'E_VALUE_RANGE'],
  ['effort: «utmost»', 'effort is "utmost"', 'effort', 'E_VALUE_RANGE'],
  ['schedule: «river»', 'schedule is "river"', 'schedule', 'E_VALUE_RANGE'],
  ['review: «never»', 'review is "never"', 'review', 'E_VALUE_RANGE'],
  ['review: {reviewers: «0»}', 'review.reviewers is 0', 'reviewers', 'E_VALUE_RANGE'],
  ['runner: «claude»', 'runner is "claude"', 'runner', 'E_SESSION_COMMAND'],
  ['runner: {«command»: [a]}', 'runner.kind is missing', 'runner', 'E_SESSION_COMMAND'],
  ['runner: {kind: «codex»}', 'runner.kind is "codex"', 'runner', 'E_SESSION_COMMAND'],
  [
    'runner: {kind: command, command: «node agent.mjs; rm -rf .»}',
    'runner.command is "node agent.mjs; rm -rf ."',
    'runner-command',
    'E_SESSION_COMMAND',
  ],
  ['runner: {kind: command, «command»: []}', 'runner.command is an empty list', 'runner-command', 'E_SESSION_COMMAND'],
  ['runner: {«kind»: rehearsal}', 'runner.edits is missing', 'edits'],
  ['verify: «npm test»', 'verify is "npm test"', 'commands'],
  ['worktrees: «../x»', 'worktrees is "../x"', 'worktrees'],
  ['worktrees: {include: «.env»}', 'worktrees.include is ".env"', 'include'],
  ['hubs: [«a.json»]', 'hubs[0] is "a.json"', 'hubs'],
  ['hubs: [{files: [a], policy: «merge»}]', 'hubs[0].policy is "merge"', 'policy', 'E_VALUE_RANGE'],
  ['resources: {gpu: «2»}', 'resources.gpu is 2', 'capacities'],
  ['resources: {gpu: {capacity: «0»}}', 'resources.gpu.capacity is 0', 'amount', 'E_VALUE_RANGE'],
  [
    'lanes: {env: {PORT: «4200»}}',
    'lanes.env.PORT is 4200',
    'env-value',
    undefined,
    'YAML reads 4200 as the number 4200; put it in quotes: "4200". ',
  ],
  ['lanes: {ports: {web: «many»}}', 'lanes.ports.web is "many"', 'port-range', 'E_VALUE_RANGE'],
  ['lanes: {ports: {web: [1, «x»]}}', 'lanes.ports.web[1] is "x"', 'port-range', 'E_VALUE_RANGE'],
  ['claude: {«command»: [claude]}', 'claude.command is a list', 'claude-command', 'E_SESSION_COMMAND'],
  ['claude: {permissionMode: «yolo»}', 'claude.permissionMode is "yolo"', 'permission-mode', 'E_VALUE_RANGE'],
  ['claude: {allow: «Bash»}', 'claude.allow is "Bash"', 'allow'],
  ['budget: {usd: «"10"»}', 'budget.usd is "10"', 'usd', 'E_VALUE_RANGE'],
];

describe('a wrong field of a task', () => {
  test.each(TASK.map((row) => ({ row, drawing: row[0] })))('$drawing', ({ row }) => {
    const [drawing, message, rule, code, before = ''] = row;
    const others = { id: 'id: x', brief: 'brief: y' };
    const rest = Object.entries(others).flatMap(([key, line]) => (drawing.replace('«', '').startsWith(`${key}:`) ? [] : [line]));
    const { text, places } = marked([drawing, ...rest, ''].join('\n'));
    const { value, faults } = checkShape(writtenTask, located(text), ' of task "x"');
    expect(value).toBeUndefined();
    expect(faults).toEqual([{ severity: 'error', code, message, place: places[0], hint: before + RULES[rule].allowed }]);
  });
});

describe('a wrong field of the configuration', () => {
  test.each(CONFIG.map((row) => ({ row, drawing: row[0] })))('$drawing', ({ row }) => {
    const [drawing, message, rule, code = 'E_CONFIG_TYPE', before = ''] = row;
    const { text, places } = marked(drawing, 'config.yaml');
    const { faults } = checkShape(writtenConfig, located(text, 'config.yaml', 'CONFIG'));
    expect(faults).toEqual([{ severity: 'error', code, message, place: places[0], hint: before + RULES[rule].allowed }]);
  });
});

describe('unknown keys', () => {
  const unknown = (drawing: string, inside: string, hint: string) => {
    const { text, places } = marked(drawing);
    const { faults } = checkShape(writtenTask, located(text), ' of task "x"');
    const key = drawing.match(/«(.*)»/)?.[1];
    expect(faults).toEqual([
      { severity: 'error', code: 'E_TASKS_KEY', message: `unknown key "${key}" in ${inside}`, place: places[0], hint },
    ]);
  };

  test('near a known one', () => {
    unknown('id: x\nbrief: y\n«depend_on»: [a]', 'task "x"', 'Did you mean "dependsOn"?');
  });
  test('like no known one', () => {
    const known =
      'id, title, brief, scope, writes, reads, dependsOn, independentOf, resources, exclusive, priority, verify, budget, model, disabled';
    unknown('id: x\nbrief: y\n«timeout»: 3', 'task "x"', `Known here: ${known}.`);
  });
  test('inside a map', () => {
    unknown('id: x\nbrief: y\nbudget: {«minute»: 3}', 'budget of task "x"', 'Did you mean "minutes"?');
  });
  test('inside one of two forms a value may have', () => {
    unknown('id: x\nbrief: y\nresources: [a, {name: b, «amout»: 3}]', 'resources[1] of task "x"', 'Did you mean "amount"?');
  });
  test('as a name in a map of names', () => {
    const { text, places } = marked('lanes: {env: {«A B»: x}}', 'config.yaml');
    const { faults } = checkShape(writtenConfig, located(text, 'config.yaml', 'CONFIG'));
    const message = 'the key "A B" in lanes.env is not allowed';
    expect(faults).toEqual([
      { severity: 'error', code: 'E_CONFIG_KEY', message, place: places[0], hint: RULES['env-name'].allowed },
    ]);
  });
  test('a key of the other form of a runner', () => {
    const { text, places } = marked('runner: {kind: claude, «command»: [a]}', 'config.yaml');
    const { faults } = checkShape(writtenConfig, located(text, 'config.yaml', 'CONFIG'));
    expect(faults).toMatchObject([{ code: 'E_CONFIG_KEY', message: 'unknown key "command" in runner', place: places[0] }]);
  });
});

describe('several faults at once', () => {
  test('are all said, and what is right is still there', () => {
    const { faults, fields } = checkShape(
      writtenTask,
      located('id: 3\nbrief: y\nscope: api\nreads: [a]\nextra: 1'),
      ' of task 1',
    );
    expect(faults.map(({ code }) => code)).toEqual(['E_TASK_ID', 'E_TASKS_TYPE', 'E_TASKS_KEY']);
    expect(fields).toEqual({ brief: 'y', reads: ['a'] });
  });
  test('nothing is right in what is no map', () => {
    const { text, places } = marked('«- a»');
    const { faults, fields } = checkShape(writtenTask, located(text), ' of task 1');
    const message = 'task 1 is a list';
    expect(faults).toEqual([{ severity: 'error', code: 'E_TASKS_TYPE', message, place: places[0], hint: RULES.task.allowed }]);
    expect(fields).toEqual({});
  });
  test('a right value has no faults', () => {
    const value = { id: 'x', brief: 'y', resources: ['a', { name: 'b' }] };
    expect(checkShape(writtenTask, located(JSON.stringify(value)), '')).toEqual({ value, fields: value, faults: [] });
  });
});
