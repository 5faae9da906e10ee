import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonRecord } from '../json/json-shape.js';
import { workspacePackages } from './workspace-packages.js';

function found(json: Readonly<Record<string, JsonRecord>>, text: Readonly<Record<string, string>> = {}) {
  const { claims, roots, notes } = workspacePackages({
    json: new Map(Object.entries(json)),
    text: new Map(Object.entries(text)),
    malformed: [],
  });
  return { members: claims.map(({ root }) => root).sort(), roots, notes };
}

/** A package.json in each folder. */
const packagesIn = (...folders: readonly string[]): Readonly<Record<string, JsonRecord>> =>
  Object.fromEntries(folders.map((folder) => [`${folder}/package.json`, {}]));

const workspace = (...workspaces: readonly string[]) => ({ 'package.json': { workspaces } });

describe('workspacePackages', () => {
  it.each([
    [['packages/*'], ['packages/a']],
    [['./packages/*/'], ['packages/a']],
    [['packages/**'], ['packages/a', 'packages/a/b']],
    [['**', '!packages/**'], ['tools']],
    [
      ['tools', 'packages/a/b'],
      ['packages/a/b', 'tools'],
    ],
    [['tool'], []],
    [['.', './', '/', ''], []],
    [['../*'], []],
  ])('with the patterns %j are %j', (patterns, members) => {
    const all = { ...workspace(...patterns), ...packagesIn('packages/a', 'packages/a/b', 'tools') };
    expect(found(all).members).toEqual(members);
  });

  it('of several workspaces count once, each workspace by its own patterns', () => {
    const json = { ...workspace('web', 'web/*'), 'web/package.json': { workspaces: ['*'] }, ...packagesIn('web/a', 'api') };
    expect(found(json)).toEqual({ members: ['web', 'web/a'], roots: ['', 'web'], notes: [] });
  });

  it('of a manifest without patterns or among test data are none', () => {
    const json = { 'package.json': { workspaces: {} }, 'fixtures/w/package.json': { workspaces: ['*'] } };
    expect(found({ ...json, ...packagesIn('fixtures/w/a', 'b') }, { 'pnpm-workspace.yaml': 'catalog: {}' })).toEqual({
      members: [],
      roots: [],
      notes: [],
    });
  });

  it('are by pnpm what it says and by npm what that says, both in one folder', () => {
    const { members, roots } = found(
      { ...workspace('a'), ...packagesIn('a', 'b', 'c') },
      { 'pnpm-workspace.yaml': 'packages: [b]' },
    );
    expect({ members, roots }).toEqual({ members: ['a', 'b'], roots: ['', ''] });
  });

  it('with an `nx` key need no pattern, except as test data', () => {
    const json = { 'a/package.json': { nx: {} }, 'b/package.json': { nx: true }, 'fixtures/c/package.json': { nx: {} } };
    expect(found(json).members).toEqual(['a']);
  });

  it('are taken away by a later pattern wherever the workspace lies', async () => {
    const folder = fc.constantFrom('a', 'b', 'c', 'deep/a');
    await fc.assert(
      fc.property(fc.constantFrom('', 'x/', 'x/y/'), fc.uniqueArray(folder), fc.uniqueArray(folder), (root, wanted, away) => {
        const patterns = [...wanted, ...away.map((one) => `!${one}`)];
        const json = {
          [`${root}package.json`]: { workspaces: patterns },
          ...packagesIn(...['a', 'b', 'c', 'deep/a'].map((one) => root + one)),
        };
        const kept = wanted.filter((one) => !away.includes(one)).map((one) => root + one);
        expect(found(json).members).toEqual(kept.sort());
      }),
    );
  });
});
