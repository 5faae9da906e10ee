import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@breakwater/model';
import { afterEach, expect, it } from 'vitest';
import type { Git } from '../git.js';
import { aWorld, type World } from '../testing.js';
import { cloneConfig, configText } from './clone-config.js';

let world: World | undefined;
afterEach(() => world?.dispose());

/** What git reads from a file of settings: keys and values in their order. */
function readByGit(text: string): readonly (readonly [string, string])[] {
  world = aWorld({});
  const file = join(world.folder, 'config');
  writeFileSync(file, text);
  const entries = world.git('config', '--file', file, '--null', '--list').split('\0').slice(0, -1);
  return entries.map((entry) => [entry.slice(0, entry.indexOf('\n')), entry.slice(entry.indexOf('\n') + 1)] as const);
}

/** Asked for the configuration of a repository, it prints this. */
const printing = (...entries: readonly string[]): Git =>
  ({
    run: async () => ({ exitCode: 0, stdout: Buffer.from(entries.map((entry) => `${entry}\0`).join('')), stderr: '' }),
  }) as never;

it('git reads every value as it was written, whatever is in it', () => {
  const random = seededRandom(7);
  const signs = ['a', ' ', '"', '\\', '\n', '\t', '\b', '\r', '#', ';', '=', '[', ']', "'", 'é', '\\n'];
  const value = () => Array.from({ length: random(8) }, () => signs[random(signs.length)]).join('');
  const settings = Array.from({ length: 200 }, () => ['user.name', value()] as const);
  expect(readByGit(configText(settings))).toEqual(settings);
});

it('takes over only what says how files are written and who commits, the last word last, and a key alone as true', async () => {
  const text = await cloneConfig(
    printing(
      'core.filemode',
      'core.eol\nlf',
      'core.eol\ncrlf',
      'core.editor\nvi',
      'user.name\nAnn\n\nof two lines',
      'constructor\nx',
    ),
  );
  expect(readByGit(text)).toEqual([
    ['core.filemode', 'true'],
    ['core.eol', 'lf'],
    ['core.eol', 'crlf'],
    ['user.name', 'Ann\n\nof two lines'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
  ]);
});

it('of a repository that sets nothing is only its own', async () => {
  expect(await cloneConfig(printing())).toBe('[gc]\n\tauto = "0"\n[maintenance]\n\tauto = "false"\n');
});
