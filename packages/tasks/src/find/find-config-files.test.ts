import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LARGEST_FILE } from '../text/read-source.js';
import { aFolder } from '../worlds.testing.js';
import { findConfigFiles } from './find-config-files.js';

const found = async (root: string, ...folders: readonly string[]) =>
  (await findConfigFiles(folders.map((folder) => join(root, folder)))).map(
    ({ path, kind }) => `${kind} ${path.slice(root.length + 1)}`,
  );

describe('the configurations of some folders', () => {
  test('are listed folder by folder as given, ours first, and code after all data of its folder', async () => {
    const root = aFolder({
      'a/breakwater.config.js': '',
      'a/.breakwaterrc': '',
      'a/package.json': '{"breakwater": {}}',
      'a/breakwater.config.json': '',
      'a/breakwater.config.yaml': '',
      'b/.config/breakwaterrc.ts': '',
      'b/breakwater.config.yml': '',
      'b/breakwater.yaml': '',
    });
    expect(await found(root, 'b', 'gone', 'a')).toEqual([
      'data b/breakwater.config.yml',
      'code b/.config/breakwaterrc.ts',
      'data a/breakwater.config.yaml',
      'data a/breakwater.config.json',
      'data a/package.json',
      'data a/.breakwaterrc',
      'code a/breakwater.config.js',
    ]);
    expect(await found(root)).toEqual([]);
  });

  test.each<[string, (path: string) => void]>([
    ['a link to nothing', (path) => symlinkSync('gone', path)],
    ['a folder', (path) => mkdirSync(path)],
  ])('hold %s of that name, but none called package.json', async (_, make) => {
    const root = aFolder();
    make(join(root, 'breakwater.config.yaml'));
    make(join(root, 'package.json'));
    expect(await found(root, '.')).toEqual(['data breakwater.config.yaml']);
  });
});

describe('a package.json counts', () => {
  test.each<[boolean, string, string]>([
    [true, 'with our key at the top', '{"name": "x", "breakwater": {"concurrency": 2}}'],
    [true, 'with our key, whatever it holds', '{"breakwater": null}'],
    [true, 'broken, when it may be meant for us', '{"breakwater": {'],
    [true, 'after a byte order mark', '\ufeff{"breakwater": {}}'],
    [false, 'not when our name is a dependency', '{"dependencies": {"breakwater": "1.0.0"}}'],
    [false, 'not when our name is a value', '{"name": "breakwater"}'],
    [false, 'not when it is a list', '["breakwater"]'],
    [false, 'not when it is broken and says nothing of us', '{"name": '],
    [false, 'not when it is empty', ''],
  ])('%s: %s', async (counts, _, text) => {
    expect(await found(aFolder({ 'package.json': text }), '.')).toEqual(counts ? ['data package.json'] : []);
  });

  test('up to the size that is read, and not beyond', async () => {
    const text = '{"breakwater": {}}';
    expect(await found(aFolder({ 'package.json': text.padEnd(LARGEST_FILE) }), '.')).toEqual(['data package.json']);
    expect(await found(aFolder({ 'package.json': text.padEnd(LARGEST_FILE + 1) }), '.')).toEqual([]);
  });
});
