import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder, writeFiles } from '../lane-rig.testing.js';
import { rewritePaths } from './moved-paths.js';
import { findTemplate, keepTemplate, removeTemplates } from './templates.js';

function anInstall(): string {
  const place = tempFolder();
  writeFiles(place, {
    'node_modules/.bin/tool': `NODE_PATH="${place}/node_modules" exec node\n`,
    'node_modules/.modules.yaml': `store: ${place}/store\n`,
    'node_modules/.pnpm/x/node_modules/.bin/deep': `${place}\n`,
    'node_modules/x/index.js': `// ${place}\n`,
    'packages/a/node_modules/y.js': 'y',
  });
  return place;
}

const FOLDERS = ['node_modules', 'packages/a/node_modules'];

async function keep(store: string, key: string): Promise<string> {
  const place = anInstall();
  await keepTemplate(store, key, { place, folders: FOLDERS, mode: 'copy' });
  return place;
}

test('what was installed is found again, with the files that name the place it was installed in', async () => {
  const store = join(tempFolder(), 'store');
  const place = await keep(store, 'k1');
  const template = await findTemplate(store, 'k1');
  expect(template?.note).toEqual({
    version: 1,
    origin: place,
    mode: 'copy',
    folders: FOLDERS,
    naming: ['node_modules/.bin/tool', 'node_modules/.modules.yaml', 'node_modules/.pnpm/x/node_modules/.bin/deep'],
  });
  expect(readFileSync(join(template!.folder, 'packages/a/node_modules/y.js'), 'utf8')).toBe('y');
  expect(await findTemplate(store, 'k2')).toBeUndefined();
});

test('files that name the old place name the new one, and shared files stay', async () => {
  const store = join(tempFolder(), 'store');
  const origin = await keep(store, 'k1');
  const { note, folder } = (await findTemplate(store, 'k1'))!;
  await rewritePaths(note.naming, folder, origin);
  expect(readFileSync(join(folder, 'node_modules/.bin/tool'), 'utf8')).toBe(`NODE_PATH="${folder}/node_modules" exec node\n`);
  expect(readFileSync(join(origin, 'node_modules/.bin/tool'), 'utf8')).toContain(origin);
});

test('three are kept; the one used longest ago makes room', async () => {
  const store = join(tempFolder(), 'store');
  for (const [at, key] of ['a', 'b', 'c'].entries()) {
    await keep(store, key);
    utimesSync(join(store, key, 'breakwater-used'), at + 1, at + 1);
  }
  await findTemplate(store, 'a');
  await keep(store, 'd');
  expect(readdirSync(store).sort()).toEqual(['a', 'c', 'd']);
});

test('nothing half made is found, nothing of others is removed', async () => {
  const store = join(tempFolder(), 'store');
  await keep(store, 'a');
  mkdirSync(join(store, '.making-x'));
  mkdirSync(join(store, 'theirs'));
  writeFileSync(join(store, 'theirs/notes.txt'), '');
  expect(await findTemplate(store, '.making-x')).toBeUndefined();
  expect(await removeTemplates(store)).toBe(1);
  expect(readdirSync(store)).toEqual(['theirs']);
});

test('where nothing was installed nothing is kept', async () => {
  const store = join(tempFolder(), 'store');
  await keepTemplate(store, 'a', { place: tempFolder(), folders: [], mode: 'copy' });
  expect([existsSync(store), await removeTemplates(store)]).toEqual([false, 0]);
});
