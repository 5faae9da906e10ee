import { describe, expect, it } from 'vitest';
import type { JsonRecord } from '../json/json-shape.js';
import { pathMappings } from './path-mappings.js';

function mappings(configs: Readonly<Record<string, JsonRecord>>, folder: string): readonly unknown[] {
  return pathMappings({ json: new Map(Object.entries(configs)), packages: new Map() })(folder);
}

const CONFIG_DIR = '$' + '{configDir}';

const at = (paths: JsonRecord, baseUrl?: string): JsonRecord => ({
  compilerOptions: baseUrl === undefined ? { paths } : { paths, baseUrl },
});

describe('pathMappings', () => {
  it('counts targets from the base folder, else from the configuration', () => {
    expect(mappings({ 'a/tsconfig.json': at({ x: ['./y'] }) }, 'a/b')).toEqual([
      { paths: [{ pattern: 'x', targets: ['a/y'] }], baseUrl: undefined },
    ]);
    expect(mappings({ 'a/tsconfig.json': at({ x: ['./y'] }, '../base') }, 'a')).toEqual([
      { paths: [{ pattern: 'x', targets: ['base/y'] }], baseUrl: 'base' },
    ]);
  });

  it('leaves out targets outside the repository and what is no text', () => {
    expect(mappings({ 'tsconfig.json': at({ x: ['../y', 1, 'z'], n: 'no list' }) }, '')).toEqual([
      {
        paths: [
          { pattern: 'x', targets: ['z'] },
          { pattern: 'n', targets: [] },
        ],
        baseUrl: undefined,
      },
    ]);
  });

  it('inherits what a configuration does not say, from the last that says it', () => {
    const configs = {
      'base/one.json': at({ one: ['./1'] }, '.'),
      'base/two.json': at({ two: ['./2'] }),
      'app/tsconfig.json': { extends: ['../base/one.json', '../base/two'] },
    };
    expect(mappings(configs, 'app')).toEqual([{ paths: [{ pattern: 'two', targets: ['base/2'] }], baseUrl: 'base' }]);
  });

  it('counts inherited targets from the base folder in effect, not from the one where they were written', () => {
    const configs = {
      'tsconfig.base.json': at({ one: ['./1'] }, '.'),
      'app/tsconfig.json': { extends: '../tsconfig.base.json', compilerOptions: { baseUrl: 'src' } },
      'config/paths.json': at({ two: ['./2'] }),
      'web/tsconfig.json': { extends: ['../tsconfig.base.json', '../config/paths.json'] },
    };
    expect(mappings(configs, 'app')[0]).toEqual({ paths: [{ pattern: 'one', targets: ['app/src/1'] }], baseUrl: 'app/src' });
    expect(mappings(configs, 'web')[0]).toEqual({ paths: [{ pattern: 'two', targets: ['2'] }], baseUrl: '' });
  });

  it('takes an empty list of paths for a word against those it extends', () => {
    const configs = {
      'tsconfig.base.json': at({ one: ['./1'] }),
      'app/tsconfig.json': { extends: '../tsconfig.base.json', ...at({}, '.') },
    };
    expect(mappings(configs, 'app')[0]).toEqual({ paths: [], baseUrl: 'app' });
  });

  it('overrides what it extends as a whole', () => {
    const configs = {
      'tsconfig.base.json': at({ one: ['./1'], two: ['./2'] }, '.'),
      'app/tsconfig.json': { extends: '../tsconfig.base.json', ...at({ two: ['./app/2'] }) },
    };
    expect(mappings(configs, 'app')[0]).toEqual({ paths: [{ pattern: 'two', targets: ['app/2'] }], baseUrl: '' });
  });

  it('does not take the root configuration for one of a package that is not in the repository', () => {
    const configs = {
      'tsconfig.json': at({ root: ['./r'] }),
      'app/tsconfig.json': { extends: '@tsconfig/strictest', references: [{ path: './tsconfig.app.json' }] },
      'app/tsconfig.app.json': at({ app: ['./a'] }),
    };
    expect(mappings(configs, 'app')).toEqual([
      { paths: [{ pattern: 'app', targets: ['app/a'] }], baseUrl: undefined },
      { paths: [{ pattern: 'root', targets: ['r'] }], baseUrl: undefined },
    ]);
  });

  it('takes configDir for the folder of the configuration that extends, not of the one that says it', () => {
    const configs = {
      'base/own.json': at({ '@/*': [`${CONFIG_DIR}/src/*`] }, CONFIG_DIR),
      'base/shared.json': { extends: './own.json' },
      'app/tsconfig.json': { extends: '../base/shared.json' },
      'web/tsconfig.json': { extends: '../base/own.json', ...at({ '~/*': [`${CONFIG_DIR}/deep/*`, 'lib/*'] }) },
    };
    expect(mappings(configs, 'app')).toEqual([{ paths: [{ pattern: '@/*', targets: ['app/src/*'] }], baseUrl: 'app' }]);
    expect(mappings(configs, 'web')).toEqual([
      { paths: [{ pattern: '~/*', targets: ['web/deep/*', 'web/lib/*'] }], baseUrl: 'web' },
    ]);
  });

  it('extends a configuration of a package of the repository', () => {
    const json = new Map<string, JsonRecord>([
      ['config/package.json', { name: '@acme/config' }],
      ['config/base/next.json', at({ n: ['./n'] })],
      ['config/tsconfig.json', at({ t: ['./t'] })],
      ['a/tsconfig.json', { extends: '@acme/config/base/next' }],
      ['b/tsconfig.json', { extends: '@acme/config' }],
    ]);
    const packages = new Map([['@acme/config', { folder: 'config', manifest: {} }]]);
    const targets = (folder: string) => pathMappings({ json, packages })(folder).map(({ paths }) => paths[0]?.targets);
    expect([targets('a'), targets('b')]).toEqual([[['config/base/n']], [['config/t']]]);
  });

  it('extends what a package says its configuration is', () => {
    const json = new Map<string, JsonRecord>([
      ['config/main.json', at({ m: ['./m'] })],
      ['config/out/next.json', at({ n: ['./n'] })],
      ['a/tsconfig.json', { extends: '@acme/config' }],
      ['b/tsconfig.json', { extends: '@acme/config/next' }],
    ]);
    const manifest = { tsconfig: './main.json', exports: { './next': './out/next.json' } };
    const packages = new Map([['@acme/config', { folder: 'config', manifest }]]);
    const targets = (folder: string) => pathMappings({ json, packages })(folder).map(({ paths }) => paths[0]?.targets);
    expect([targets('a'), targets('b')]).toEqual([[['config/m']], [['config/out/n']]]);
  });

  it('is not caught by configurations that extend each other', () => {
    const configs = { 'tsconfig.json': { extends: './b.json' }, 'b.json': { extends: './tsconfig.json' } };
    expect(mappings(configs, 'a/b/c')).toEqual([]);
  });

  it('looks at references beside a configuration only when that says nothing', () => {
    const configs = {
      'tsconfig.json': { references: [{ path: './tsconfig.app.json' }, { path: './packages/a' }, {}] },
      'tsconfig.app.json': at({ app: ['./src'] }),
    };
    expect(mappings(configs, 'src')).toEqual([{ paths: [{ pattern: 'app', targets: ['src'] }], baseUrl: undefined }]);
  });

  it('takes a configuration for JavaScript where there is no other', () => {
    expect(mappings({ 'jsconfig.json': at({}, 'src') }, '')).toEqual([{ paths: [], baseUrl: 'src' }]);
  });
});
