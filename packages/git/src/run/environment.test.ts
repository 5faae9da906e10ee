import { expect, it } from 'vitest';
import { gitEnvironment } from './environment.js';

it('drops what sends git elsewhere and keeps who the user is', () => {
  const own = {
    PATH: '/bin',
    HOME: '/home/ann',
    GIT_DIR: '/elsewhere/.git',
    GIT_WORK_TREE: '/elsewhere',
    GIT_INDEX_FILE: 'x',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_PARAMETERS: "'alias.x'='!x'",
    git_dir: 'lower case counts where names have no case',
    GIT_SSH_COMMAND: 'evil',
    GIT_AUTHOR_DATE: '0',
    GIT_AUTHOR_NAME: 'Ann',
    GIT_CONFIG_GLOBAL: '/home/ann/other.gitconfig',
    EDITOR: 'vi',
    PAGER: 'less',
    LC_ALL: 'tr_TR.UTF-8',
    UNSET: undefined,
  };
  expect(gitEnvironment(own)).toEqual({
    PATH: '/bin',
    HOME: '/home/ann',
    GIT_AUTHOR_NAME: 'Ann',
    GIT_CONFIG_GLOBAL: '/home/ann/other.gitconfig',
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_EDITOR: ':',
    GIT_NO_REPLACE_OBJECTS: '1',
  });
});
