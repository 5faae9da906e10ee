import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../scripted-world.testing.js';
import { guardSettings } from './guard-settings.js';
import { listsHookUrls } from './lists-hook-urls.js';

const URL = 'http://127.0.0.1:4711/secret';

describe('the settings that bring every write before the guard', () => {
  const settings = JSON.parse(guardSettings({ url: URL, listed: false }));

  it('ask before each tool that writes, and tell after the shell, whether it went well or not', () => {
    const matchers = Object.entries<readonly { matcher: string }[]>(settings.hooks).map(([when, rows]) => [
      when,
      rows.map(({ matcher }) => matcher),
    ]);
    expect(Object.fromEntries(matchers)).toEqual({
      PreToolUse: ['Edit|Write|MultiEdit|NotebookEdit|Bash'],
      PostToolUse: ['Bash'],
      PostToolUseFailure: ['Bash'],
    });
  });

  it('refuse when nobody answers, and hold against a person who switched hooks off', () => {
    const hooks = Object.values<readonly { hooks: readonly object[] }[]>(settings.hooks).flat();
    for (const {
      hooks: [hook],
    } of hooks)
      expect(hook).toMatchObject({ type: 'http', url: URL, onFailure: 'block' });
    expect(settings.disableAllHooks).toBe(false);
  });

  it('add to a list of URLs only where there is one: a new one would shut out the person’s own hooks', () => {
    expect('allowedHttpHookUrls' in settings).toBe(false);
    expect(JSON.parse(guardSettings({ url: URL, listed: true }))).toEqual({ ...settings, allowedHttpHookUrls: [URL] });
  });
});

describe('whether somebody keeps a list of URLs that hooks may use', () => {
  const LIST = '{"allowedHttpHookUrls": []}';

  function aWorld(files: Readonly<Record<string, string>>) {
    const root = tempFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return { place: join(root, 'place'), home: join(root, 'home'), config: join(root, 'config') };
  }

  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['nobody', {}, false],
    ['the person', { 'home/.claude/settings.json': LIST }, true],
    ['the project', { 'place/.claude/settings.json': LIST }, true],
    ['neither says a word of it', { 'home/.claude/settings.json': '{}', 'place/.claude/settings.json': '{' }, false],
    ['one in a file that is not read', { 'home/.claude/other.json': LIST }, false],
  ])('%s', async (_, files, listed) => {
    const { place, home } = aWorld(files);
    expect(await listsHookUrls({ HOME: home }, place)).toBe(listed);
  });

  it('a folder of configuration takes the place of the one in the home', async () => {
    const { place, home, config } = aWorld({ 'home/.claude/settings.json': LIST, 'config/settings.json': '{}' });
    expect(await listsHookUrls({ HOME: home, CLAUDE_CONFIG_DIR: config }, place)).toBe(false);
    const other = aWorld({ 'config/settings.json': LIST });
    expect(await listsHookUrls({ HOME: other.home, CLAUDE_CONFIG_DIR: other.config }, other.place)).toBe(true);
  });

  it('where there is no home, the profile of the person is it', async () => {
    const { place, home } = aWorld({ 'home/.claude/settings.json': LIST });
    expect([await listsHookUrls({ USERPROFILE: home }, place), await listsHookUrls({}, place)]).toEqual([true, false]);
  });
});
