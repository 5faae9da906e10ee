import { linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { tempFolder, writeFiles } from '../lane-rig.testing.js';
import { filesNaming, rewritePaths } from './moved-paths.js';

/** A worktree of this name with one note in its installed folder, and the place that note names afterwards. */
async function moved(name: string, target: string): Promise<string> {
  const home = tempFolder();
  const [origin, place] = [join(home, name), join(home, target)];
  const note = (of: string) => `#!/bin/sh\n# été \u00ff\nexec ${of}/tool "${of}" "$@"\n`;
  for (const folder of [origin, place]) writeFiles(folder, { 'node_modules/.bin/tool': note(origin) });
  await rewritePaths(await filesNaming(origin, place, 'node_modules'), place, origin);
  expect(readFileSync(join(place, 'node_modules/.bin/tool'), 'utf8')).toBe(note(place));
  return readFileSync(join(origin, 'node_modules/.bin/tool'), 'utf8').includes(`${origin}/tool`) ? 'origin as it was' : 'changed';
}

describe('a file that names where it was installed', () => {
  test.each([
    ['api', 'page'],
    ['my api', 'my page'],
    ['größe', 'maße'],
    ['日本', '🚢'],
    ['plain', 'größe'],
    ['größe', 'plain'],
    ['$1', "$&-$`-$'-$$"],
    ['a.b(c)[d]+', 'x*y?'],
  ])('in %s names %s after it was moved there', async (name, target) => {
    expect(await moved(name, target)).toBe('origin as it was');
  });

  it('keeps its mode and every byte that is no path', async () => {
    const place = tempFolder();
    writeFiles(place, { 'node_modules/x': '' });
    const bytes = Buffer.concat([Buffer.from([0, 0xff, 0xfe, 0xc3]), Buffer.from('/old/place'), Buffer.from([0x80, 0x0a])]);
    writeFileSync(join(place, 'node_modules/tool'), bytes, { mode: 0o751 });
    await rewritePaths(['node_modules/tool'], place, '/old/place');
    const expected = Buffer.concat([Buffer.from([0, 0xff, 0xfe, 0xc3]), Buffer.from(place), Buffer.from([0x80, 0x0a])]);
    expect(readFileSync(join(place, 'node_modules/tool'))).toEqual(expected);
    expect(statSync(join(place, 'node_modules/tool')).mode & 0o777).toBe(0o751);
  });

  it('is written anew, so that one it shared its content with stays', async () => {
    const place = tempFolder();
    writeFiles(place, { 'store/tool': '/old/place' });
    mkdirSync(join(place, 'node_modules'));
    linkSync(join(place, 'store/tool'), join(place, 'node_modules/tool'));
    await rewritePaths(['node_modules/tool'], place, '/old/place');
    const read = (path: string) => readFileSync(join(place, path), 'utf8');
    expect([read('store/tool'), read('node_modules/tool')]).toEqual(['/old/place', place]);
  });
});

it('looks at the notes on top and at what is in a folder .bin, at any depth, and at nothing else', async () => {
  const place = tempFolder();
  const files = [
    '.modules.yaml',
    '.package-lock.json',
    '.bin/b',
    '.bin/a',
    'x/node_modules/.bin/c',
    'x/index.js',
    '.bin-x/d',
    '@s/p/e',
  ];
  writeFiles(place, Object.fromEntries(files.map((path) => [`node_modules/${path}`, '/old/place'])));
  writeFiles(place, { 'node_modules/.bin/other': '/old', 'node_modules/.bin/large': `/old/place${' '.repeat(1_000_000)}` });
  symlinkSync('../x/index.js', join(place, 'node_modules/.bin/link'));
  expect(await filesNaming('/old/place', place, 'node_modules')).toEqual(
    ['.bin/a', '.bin/b', '.modules.yaml', '.package-lock.json', 'x/node_modules/.bin/c'].map((path) => `node_modules/${path}`),
  );
});
