import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { manifestsFrom } from './facts/facts-from.testing.js';
import { listFiles } from './list-files.js';

describe('readManifests', () => {
  it('reads what divides a tree and leaves data, symlinks and installed packages alone', async () => {
    const tree = aTree({
      'package.json': '{"name":"a"}',
      'data.json': '{}',
      'libs/x/tsconfig.lib.json': '{ "compilerOptions": {}, }',
      'node_modules/y/package.json': '{"name":"y"}',
      'pnpm-workspace.yaml': 'packages: []',
      'App.slnx': '<Solution/>',
      'bad/package.json': '{',
      'list/package.json': '[]',
      'link/package.json': '../package.json',
    });
    const files = (await listFiles(tree)).files.map((file) => ({
      ...file,
      mode: file.path.startsWith('link') ? '120000' : file.mode,
    }));
    expect(await manifestsFrom(tree, files)).toEqual({
      json: new Map([
        ['libs/x/tsconfig.lib.json', { compilerOptions: {} }],
        ['package.json', { name: 'a' }],
      ]),
      text: new Map([
        ['App.slnx', '<Solution/>'],
        ['pnpm-workspace.yaml', 'packages: []'],
      ]),
      malformed: ['bad/package.json', 'list/package.json'],
    });
  });

  it('reads configurations of the compiler also under names that others extend', async () => {
    const names = ['tsconfig-base.json', 'base.tsconfig.json', 'p/typescript-config/next.json', 'p/tsconfig/base.json'];
    const others = ['tsconfigs.json', 'p/config/base.json', 'mytsconfig.json'];
    const tree = aTree(Object.fromEntries([...names, ...others].map((path) => [path, '{}'])));
    const files = (await listFiles(tree)).files;
    expect([...(await manifestsFrom(tree, files)).json.keys()].sort()).toEqual([...names].sort());
  });
});
