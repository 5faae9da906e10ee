import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../load-config.js';
import { resolveConfig } from '../resolve/resolve-config.js';
import { aFolder, marked } from '../worlds.testing.js';

const load = (root: string, where: { readonly cwd?: string; readonly configFile?: string } = {}) =>
  loadConfig({ root, ...where, cwd: join(root, where.cwd ?? '.') });
const loaded = (configFile: string | undefined, concurrency: number, warnings: readonly unknown[] = []) => ({
  ok: true,
  value: { config: resolveConfig({ concurrency }), warnings, ...(configFile === undefined ? {} : { configFile }) },
});
const yaml = (concurrency: number) => `concurrency: ${concurrency}\n`;
const json = (concurrency: number) => JSON.stringify({ concurrency });
const ignored = (message: string, hint: string) => ({ severity: 'warning', code: 'W_CONFIG_IGNORED', message, hint });

describe('a configuration is found', () => {
  test.each([
    ['breakwater.config.yaml', yaml(7)],
    ['breakwater.config.yml', yaml(7)],
    ['breakwater.config.json', json(7)],
    ['package.json', JSON.stringify({ name: 'x', breakwater: { concurrency: 7 } })],
    ['.breakwaterrc', yaml(7)],
    ['.breakwaterrc.json', json(7)],
    ['.config/breakwaterrc.yaml', yaml(7)],
  ])('as %s', async (file, text) => {
    expect(await load(aFolder({ [file]: text }))).toEqual(loaded(file, 7));
  });

  test('above the present folder, and shown from there', async () => {
    const root = aFolder({ 'breakwater.config.yaml': yaml(7), 'apps/api/package.json': '{"name": "api"}' });
    expect(await load(root, { cwd: 'apps/api' })).toEqual(loaded('../../breakwater.config.yaml', 7));
  });

  test('nowhere: all is default', async () => {
    expect(await load(aFolder({ 'package.json': '{}' }))).toEqual(loaded(undefined, 3));
  });

  test('never above the repository', async () => {
    const outer = aFolder({ 'breakwater.config.yaml': yaml(7), 'repo/': '' });
    expect(await load(join(outer, 'repo'))).toEqual(loaded(undefined, 3));
  });

  test('empty: all is default', async () => {
    expect(await load(aFolder({ 'breakwater.config.yaml': '# nothing yet\n' }))).toEqual(loaded('breakwater.config.yaml', 3));
  });

  test.each(['{', '{"name": "breakwater"}', '{"dependencies": {"breakwater": "1"}}', '[]'])(
    'and a package.json with %s is not ours',
    async (text) => {
      expect(await load(aFolder({ 'package.json': text }))).toEqual(loaded(undefined, 3));
    },
  );

  test('a broken package.json that may name us is complained about', async () => {
    const answer = await load(aFolder({ 'package.json': '{"breakwater": {"concurrency": 7},}' }));
    expect(answer).toMatchObject({
      ok: false,
      error: [{ code: 'E_CONFIG_SYNTAX', place: { file: 'package.json', column: 35 } }],
    });
  });

  test.runIf(process.platform !== 'win32').each([
    ['a pipe', 'is a pipe, not a file', (path: string) => execFileSync('mkfifo', [path])],
    ['a broken link', 'cannot be read: it is a link to what is not there', (path: string) => symlinkSync('gone.yaml', path)],
    ['a link without end', 'is a device, not a file', (path: string) => symlinkSync('/dev/zero', path)],
    ['a folder', 'is a folder, not a file', (path: string) => mkdirSync(path)],
  ])('%s of that name is complained about: its settings would not hold, unseen', async (_, says, put) => {
    const root = aFolder();
    put(join(root, 'breakwater.config.yaml'));
    const answer = await load(root);
    expect(answer).toMatchObject({
      ok: false,
      error: [{ code: 'E_CONFIG_READ', message: `breakwater.config.yaml ${says}` }],
    });
  });
});

describe('several configurations', () => {
  test('the nearest wins and the others are named', async () => {
    const root = aFolder({
      'breakwater.config.yaml': yaml(1),
      'breakwater.config.json': json(2),
      'apps/breakwater.config.yml': yaml(3),
    });
    const warning = ignored(
      'breakwater.config.yml is used, so ../breakwater.config.yaml and ../breakwater.config.json are not read',
      'Configurations are not merged: keep one, or name one with --config where they are needed.',
    );
    expect(await load(root, { cwd: 'apps' })).toEqual(loaded('breakwater.config.yml', 3, [warning]));
  });

  test('data wins over code beside it', async () => {
    const root = aFolder({ 'breakwater.config.mjs': 'throw 1', 'breakwater.config.yaml': yaml(5) });
    const warning = ignored(
      'breakwater.config.yaml is used, so breakwater.config.mjs is not read',
      'Configurations are not merged: keep one, or name one with --config where it is needed.',
    );
    expect(await load(root)).toEqual(loaded('breakwater.config.yaml', 5, [warning]));
  });

  test('a named one wins without a word', async () => {
    const root = aFolder({ 'breakwater.config.yaml': yaml(1), 'other.yaml': yaml(9) });
    expect(await load(root, { configFile: 'other.yaml' })).toEqual(loaded('other.yaml', 9));
  });
});

describe('code', () => {
  const RAN = 'ran.txt';
  const writes = (root: string) => `require('node:fs').writeFileSync(${JSON.stringify(join(root, RAN))}, '')\n`;

  test.each([
    'breakwater.config.js',
    'breakwater.config.cjs',
    'breakwater.config.mjs',
    'breakwater.config.ts',
    '.breakwaterrc.cjs',
  ])('that is merely found is refused and not run: %s', async (file) => {
    const outer = aFolder();
    const root = aFolder({ [file]: writes(outer) });
    expect(await load(root)).toEqual({
      ok: false,
      error: [
        {
          severity: 'error',
          code: 'E_CONFIG_CODE',
          message: `${file} is code, and a configuration that was merely found is not run`,
          hint: `Write it as breakwater.config.yaml or breakwater.config.json, or name it yourself:  --config ${file}`,
        },
      ],
    });
    expect(existsSync(join(outer, RAN))).toBe(false);
  });

  test('that would configure the search itself is not run', async () => {
    const outer = aFolder();
    const root = aFolder({ '.config/config.js': writes(outer), '.config/config.cjs': writes(outer), 'package.json': '{}' });
    const before = process.cwd();
    process.chdir(root);
    try {
      expect(await load(root)).toEqual(loaded(undefined, 3));
    } finally {
      process.chdir(before);
    }
    expect(existsSync(join(outer, RAN))).toBe(false);
  });

  test('that a person names is run, and its default export counts', async () => {
    const root = aFolder({ 'my.mjs': 'export default { concurrency: 2 + 2, lanes: { env: { A: `x` } } };\n' });
    const config = resolveConfig({ concurrency: 4, lanes: { env: { A: 'x' } } });
    expect(await load(root, { configFile: 'my.mjs' })).toEqual({
      ok: true,
      value: { config, configFile: 'my.mjs', warnings: [] },
    });
  });

  test('is checked like data, with the file as its place', async () => {
    const root = aFolder({ 'my.mjs': 'export default { concurrency: 0, hub: [] };\n' });
    const place = { file: 'my.mjs', line: 1, column: 1, length: 1, text: '' };
    expect(await load(root, { configFile: 'my.mjs' })).toMatchObject({
      ok: false,
      error: [
        { code: 'E_VALUE_RANGE', message: 'concurrency is 0', place },
        { code: 'E_CONFIG_KEY', message: 'unknown key "hub"', place, hint: 'Did you mean "hubs"?' },
      ],
    });
  });

  test.each([
    [
      'throws',
      'throw new Error("no");',
      'my.mjs cannot be run: no',
      'Repair it, or write the configuration as YAML: breakwater.config.yaml',
    ],
    ['exports nothing', 'export const concurrency = 3;', 'my.mjs exports no default', 'Write   export default { ... }'],
  ])('that %s', async (_, text, message, hint) => {
    const place = { file: 'my.mjs', line: 1, column: 1, length: 1, text: '' };
    const fault = { severity: 'error', code: 'E_CONFIG_CODE', message, place, hint };
    expect(await load(aFolder({ 'my.mjs': text }), { configFile: 'my.mjs' })).toEqual({ ok: false, error: [fault] });
  });
});

describe('faults of a configuration', () => {
  test('are all said at once, form and meaning, with the warnings after them', async () => {
    const { text, places } = marked(
      'concurrency: «0»\nclaude:\n  command: «"a;b"»\n  «alow»: []\nlanes: {env: {MY_TOKEN: «x»}}\nlanes: {}\n',
      'breakwater.config.yaml',
    );
    const answer = await load(aFolder({ 'breakwater.config.yaml': text }));
    expect(answer).toMatchObject({
      ok: false,
      error: [
        { code: 'E_VALUE_RANGE', place: places[0] },
        { code: 'E_CONFIG_KEY', place: places[2] },
        { code: 'E_CONFIG_DUPKEY', place: { line: 6 } },
        { code: 'W_ENV_SECRET', place: places[3] },
      ],
    });
  });

  test('a warning alone stops nothing', async () => {
    const text = 'lanes: {env: {MY_TOKEN: x}}\n';
    const answer = await load(aFolder({ 'breakwater.config.yaml': text }));
    expect(answer).toMatchObject({ ok: true, value: { warnings: [{ code: 'W_ENV_SECRET' }] } });
  });

  test('a later format is the only thing said', async () => {
    const answer = await load(aFolder({ 'breakwater.config.yaml': 'version: 3\nfancy: true\n' }));
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'E_CONFIG_VERSION' }] });
    expect(answer.ok ? 0 : answer.error).toHaveLength(1);
  });

  test('a list is no configuration', async () => {
    const answer = await load(aFolder({ 'breakwater.config.yaml': '- a\n' }));
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'E_CONFIG_TYPE', message: 'this is a list' }] });
  });

  test('faults in package.json have their place there', async () => {
    const text = '{\n  "name": "x",\n  "breakwater": { "concurrency": 99 }\n}\n';
    const place = { file: 'package.json', line: 3, column: 34, length: 2, text: '  "breakwater": { "concurrency": 99 }' };
    expect(await load(aFolder({ 'package.json': text }))).toMatchObject({ ok: false, error: [{ code: 'E_VALUE_RANGE', place }] });
  });

  test('a named file that is not there', async () => {
    expect(await load(aFolder(), { configFile: 'x.yaml' })).toEqual({
      ok: false,
      error: [
        {
          severity: 'error',
          code: 'E_CONFIG_READ',
          message: 'x.yaml cannot be read: there is no such file',
          hint: 'Name a file that exists, relative to the present folder:  --config FILE',
        },
      ],
    });
  });
});
