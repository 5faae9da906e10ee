import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { tempFolder, writeFiles } from '../lane-rig.testing.js';
import { detectInstall } from './detect-install.js';
import { ownScripts } from './own-scripts.js';

const SCRIPTS = { scripts: { postinstall: 'x' } };

/** What is run in a workspace with these manifests, by folder; `links`: what the manager linked at the top, name to folder. */
async function scriptsIn(
  manifests: Readonly<Record<string, unknown>>,
  { lock = { 'package-lock.json': '{}' }, links = {} }: { lock?: Record<string, string>; links?: Record<string, string> } = {},
): Promise<readonly string[]> {
  const place = tempFolder();
  writeFiles(place, lock);
  for (const [folder, manifest] of Object.entries(manifests)) {
    const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
    writeFiles(place, { [join(folder, 'package.json')]: text });
  }
  for (const [name, folder] of Object.entries(links)) link(place, name, folder);
  const found = await ownScripts(place, Object.keys(manifests), (await detectInstall(place))!);
  return found.map(({ folder, command }) => `${folder}: ${command}`);
}

function link(place: string, name: string, folder: string): void {
  const path = join(place, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(relative(dirname(path), join(place, folder)), path);
}

const pnpm = (...lines: readonly string[]) => ({
  lock: { 'pnpm-lock.yaml': ["lockfileVersion: '9.0'", ...lines, ''].join('\n') },
});

describe('what the workspace itself does at an install', () => {
  it('is, in this order, what follows an install and prepares; without a script of that name what comes before and after', async () => {
    const all = { preinstall: 'a', install: 'b', postinstall: 'c', prepare: 'd', prepublish: 'e', test: 'f' };
    const { install: _, ...without } = all;
    expect(await scriptsIn({ '': { scripts: all } })).toEqual([': npm run install', ': npm run prepare']);
    const expected = [': npm run preinstall', ': npm run postinstall', ': npm run prepare'];
    expect(await scriptsIn({ '': { scripts: without } })).toEqual(expected);
  });

  it('is done in members before what holds them, the top last', async () => {
    const folders = ['', 'packages/a', 'packages/a/deep/one', 'packages/bb'];
    const links = { a: 'packages/a', one: 'packages/a/deep/one', bb: 'packages/bb' };
    const manifests = folders.map((folder) => [folder, { name: folder.split('/').at(-1), ...SCRIPTS }] as const);
    const expected = ['packages/a/deep/one', 'packages/bb', 'packages/a', ''].map((one) => `${one}: npm run postinstall`);
    expect(await scriptsIn(Object.fromEntries(manifests), { links })).toEqual(expected);
    expect(await scriptsIn(Object.fromEntries([...manifests].reverse()), { links })).toEqual(expected);
  });

  test.each([
    ['yarn.lock', '# yarn lockfile v1\n', 'yarn'],
    ['yarn.lock', '# generated\n__metadata:\n', 'yarn'],
    ['bun.lock', '{}', 'bun'],
    ['pnpm-lock.yaml', '', 'pnpm'],
  ])('with %s of %j is run by %s', async (name, content, program) => {
    expect(await scriptsIn({ '': SCRIPTS }, { lock: { [name]: content } })).toEqual([`: ${program} run postinstall`]);
  });

  test.each([['{'], ['null'], ['[]'], ['"text"'], ['{}'], ['{"scripts": null}'], ['{"scripts": "build"}'], ['{"scripts": []}']])(
    'is nothing where the manifest says %s',
    async (text) => {
      expect(await scriptsIn({ '': text })).toEqual([]);
    },
  );
});

describe('a package in the tree', () => {
  it('is a member when its name at the top is linked to its folder, and to no other', async () => {
    const named = (name: string) => ({ name, ...SCRIPTS });
    const manifests = { a: named('@shop/a'), b: named('b'), c: named('@shop/a'), 'd e': named('größe'), f: SCRIPTS };
    const links = { '@shop/a': 'a', b: 'c', größe: 'd e' };
    expect(await scriptsIn(manifests, { links })).toEqual(['d e: npm run postinstall', 'a: npm run postinstall']);
  });

  it('is a member of a pnpm workspace when the lockfile names its folder, however that is written', async () => {
    const lock = pnpm('importers:', '', '  .: {}', '', '  packages/a:', '    dependencies: {}', "  '@x/b':", '  größe/日本: {}');
    const manifests = {
      'packages/a': SCRIPTS,
      '@x/b': SCRIPTS,
      'größe/日本': SCRIPTS,
      packages: SCRIPTS,
      'packages/ab': SCRIPTS,
      'packages.a': SCRIPTS,
    };
    const expected = ['packages/a', 'größe/日本', '@x/b'].map((folder) => `${folder}: pnpm run postinstall`);
    expect(await scriptsIn(manifests, lock)).toEqual(expected);
  });

  it('is no member because the lockfile has its name for something else', async () => {
    const lock = pnpm(
      'overrides:',
      '  lodash: 4.17.21',
      'importers:',
      '  .: {}',
      '',
      'packages:',
      '',
      '  left:',
      '    resolution: {}',
    );
    expect(await scriptsIn({ lodash: SCRIPTS, left: SCRIPTS, '.x': SCRIPTS }, lock)).toEqual([]);
  });

  it('is a member also where the lines of the lockfile end as on Windows', async () => {
    const lock = { lock: { 'pnpm-lock.yaml': 'importers:\r\n\r\n  a:\r\n    x: {}\r\n\r\n  b: {}\r\npackages:\r\n  c: {}\r\n' } };
    expect(await scriptsIn({ a: SCRIPTS, b: SCRIPTS, c: SCRIPTS }, lock)).toEqual([
      'a: pnpm run postinstall',
      'b: pnpm run postinstall',
    ]);
  });
});
