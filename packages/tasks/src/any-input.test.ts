import type { Diagnostic } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { configChecks } from './checks/config-checks.js';
import { taskChecks } from './checks/task-checks.js';
import { parseJson } from './parse/parse-json.js';
import { parseMarkdown } from './parse/parse-markdown.js';
import { parseSource } from './parse/parse-source.js';
import { readList } from './read/read-list.js';
import { readMarkdown } from './read/read-markdown.js';
import type { Sheet } from './read/sheet.js';
import { resolveConfig } from './resolve/resolve-config.js';
import { resolveTask } from './resolve/resolve-task.js';
import { checkShape } from './schema/check-shape.js';
import { writtenConfig } from './schema/written-config.js';
import { aSource } from './worlds.testing.js';

/** What must hold whatever a person writes. */
const TASKS = `version: 1
defaults: { verify: ["npm test"], budget: { usd: 2 } }
tasks:
  - id: order-api
    brief: |
      Add an endpoint.
    scope: [api]
    writes: ["apps/api/src/orders/**", "!apps/api/src/orders/gen/**"]
    resources: ["db:orders", { name: gpu, amount: 1 }]
    budget: { usd: 2, minutes: 30, turns: 60 }
  - id: order-page
    brief: "Show \\"it\\"."
    dependsOn: [order-api]
    exclusive: false
    priority: 0
`;

const CONFIG = `concurrency: 3
runner: { kind: command, command: [node, agent.mjs] }
hubs: [{ files: ["package-lock.json"], policy: regenerate, command: "npm i" }]
resources: { "db:orders": { capacity: 1 } }
lanes: { env: { PORT: "{port:web}" }, ports: { web: 4200-4299 } }
claude: { command: claude, permissionMode: dontAsk, allow: ["Bash(ls)"] }
budget: { usd: 10, perTask: { usd: 2 } }
`;

const PIECES = [
  '',
  ' ',
  '\n',
  '\t',
  '- ',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#',
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '~',
  '0',
  '-1',
  '1e9',
  '.nan',
  'true',
  '\0',
  '\ud800',
  '\u202e',
  'é',
  '__proto__: 1',
  '<<: *a',
  '---\n',
  '%YAML 1.1\n',
  '/',
  '..',
  '\\',
  '*',
  '{a,b}',
  'order-api',
];

/** A text with some stretches replaced by others. */
function damaged(text: string): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(text.length), gone: fc.nat(12), put: fc.constantFrom(...PIECES) });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((now, { at, gone, put }) => now.slice(0, at) + put + now.slice(at + gone), text));
}

/** Each fault says what, where and what next; its place is a line of the text. */
function expectAnswers(faults: readonly Diagnostic[], text: string): void {
  const lines = text.split(/\n/).map((line) => line.replace(/\r$/, ''));
  for (const { code, message, place, hint } of faults) {
    expect(code).toMatch(/^[EW]_[A-Z]+(_[A-Z]+)*$/);
    expect(message).not.toMatch(/undefined|\[object|[\p{Cc}\p{Cs}]/u);
    if (!message.startsWith('this is not YAML')) expect(hint).toMatch(/\S/);
    expect(place?.text).toBe(lines[(place?.line ?? 0) - 1]);
    expect(place?.column).toBeLessThanOrEqual((place?.text.length ?? 0) + 1);
  }
}

function everything(sheet: Sheet): readonly Diagnostic[] {
  const { faults, ...rest } = sheet;
  return [...faults, ...taskChecks.flatMap((check) => check({ ...rest, config: resolveConfig({}), only: undefined }))];
}

describe('any damage to', () => {
  test('a tasks file is either harmless or answered, never thrown', async () => {
    await fc.assert(
      fc.property(damaged(TASKS), (text) => {
        const sheet = readList(aSource(text));
        const found = everything(sheet);
        expectAnswers(found, text);
        if (found.length > 0) return;
        for (const { whole } of sheet.tasks)
          expect(whole && resolveTask(whole, sheet.defaults?.written ?? {}, resolveConfig({})).brief.trim()).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  test('a Markdown task', async () => {
    const text = '---\nid: order-api\nscope: [api]\ndependsOn: [a]\n---\n# Order API\n\nAdd it.\n';
    await fc.assert(
      fc.property(damaged(text), (broken) => expectAnswers(everything(readMarkdown(aSource(broken, 'order-api.md'))), broken)),
      { numRuns: 200 },
    );
  });

  test('a configuration', async () => {
    await fc.assert(
      fc.property(damaged(CONFIG), (text) => {
        const { value, faults } = parseSource(aSource(text, 'config.yaml', 'CONFIG'));
        expectAnswers(faults, text);
        if (value === undefined) return;
        const shape = checkShape(writtenConfig, value);
        const found = configChecks.flatMap((check) => check({ written: shape.fields, located: value }));
        expectAnswers([...shape.faults, ...found], text);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the form of the file does not matter', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/).filter((text) => !['con', 'prn', 'aux', 'nul'].includes(text));
  const line = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text.trim() !== '');
  const task = fc.record(
    {
      id,
      brief: line,
      title: line,
      scope: fc.array(id, { maxLength: 2 }),
      writes: fc.array(
        id.map((name) => `${name}/**`),
        { maxLength: 2 },
      ),
      priority: fc.integer({ min: -9, max: 9 }),
      exclusive: fc.boolean(),
      verify: fc.array(line, { maxLength: 2 }),
      budget: fc.record({ usd: fc.integer({ min: 1, max: 9 }), turns: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] }),
      resources: fc.uniqueArray(id, { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'brief'] },
  );
  const list = fc.uniqueArray(task, { selector: (one) => one.id, minLength: 1, maxLength: 5 });

  function resolved(text: string, file: string) {
    const sheet = readList(aSource(text, file));
    expect(everything(sheet)).toEqual([]);
    return sheet.tasks.map(({ whole }) => whole && resolveTask(whole, {}, resolveConfig({})));
  }

  test('YAML in any style and JSON give the same tasks', async () => {
    await fc.assert(
      fc.property(
        list,
        fc.constantFrom('BLOCK_LITERAL', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'),
        fc.boolean(),
        (tasks, style, flow) => {
          const json = resolved(JSON.stringify({ tasks }), 'tasks.json');
          const yaml = stringify(
            { tasks },
            { defaultStringType: style, defaultKeyType: 'PLAIN', collectionStyle: flow ? 'flow' : 'block' },
          );
          expect(resolved(yaml, 'tasks.yaml')).toEqual(json);
          expect(json.map((one) => one?.brief)).toEqual(tasks.map(({ brief }) => brief));
        },
      ),
    );
  });

  test('lines may end as on Windows', async () => {
    await fc.assert(
      fc.property(list, (tasks) => {
        const yaml = stringify({ tasks }, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
        expect(resolved(yaml.replaceAll('\n', '\r\n'), 'tasks.yaml')).toEqual(resolved(yaml, 'tasks.yaml'));
      }),
    );
  });

  test('as Markdown a task is the same as in a list', async () => {
    const plain = task.filter(({ brief }) => !brief.trim().startsWith('#'));
    await fc.assert(
      fc.property(plain, ({ brief, ...fields }) => {
        const alone = readMarkdown(aSource(`---\n${stringify(fields)}---\n${brief}`, 'x.md'));
        const listed = readList(aSource(JSON.stringify({ tasks: [{ ...fields, brief: brief.trim() }] }), 'tasks.json'));
        expect(everything(alone)).toEqual([]);
        expect(alone.tasks.map(({ whole }) => whole)).toEqual(listed.tasks.map(({ whole }) => whole));
      }),
    );
  });
});

test('nothing a parser is given makes it throw', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const parse of [parseJson, parseSource, parseMarkdown]) expect(parse(aSource(text)).faults).toBeInstanceOf(Array);
    }),
    { numRuns: 200 },
  );
});
