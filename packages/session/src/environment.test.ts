import { expect, test } from 'vitest';
import { sessionEnvironment } from './environment.js';
import { MARKER } from './process/marker.js';

const ADDED = sessionEnvironment({}, {});

test('a session gets what keeps it apart from the others', () => {
  expect(ADDED).toEqual({
    CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
    CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_0: 'gc.auto',
    GIT_CONFIG_KEY_1: 'maintenance.auto',
    GIT_CONFIG_VALUE_0: '0',
    GIT_CONFIG_VALUE_1: 'false',
    GIT_CONFIG_KEY_2: 'core.fsync',
    GIT_CONFIG_VALUE_2: 'committed',
    GIT_EDITOR: ':',
    GIT_TERMINAL_PROMPT: '0',
    NX_DAEMON: 'false',
    NX_CACHE_DIRECTORY: '.nx/cache',
    NX_WORKSPACE_DATA_DIRECTORY: '.nx/workspace-data',
  });
});

test.each([
  'CLAUDECODE',
  'CLAUDE_CODE_SESSION_ID',
  'CLAUDE_CODE_ENTRYPOINT',
  'CLAUDE_CODE_SSE_PORT',
  'CLAUDE_PID',
  'NX_TASK_TARGET_PROJECT',
  'NX_WORKSPACE_ROOT',
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_WORK_TREE',
  'GIT_CONFIG_PARAMETERS',
  'npm_lifecycle_event',
  'npm_package_json',
  'npm_config_local_prefix',
  'INIT_CWD',
])('%s of the surroundings does not reach a session', (name) => {
  expect(sessionEnvironment({ [name]: 'outer' }, {})).toEqual(ADDED);
});

test.each([
  'PATH',
  'HOME',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_BASE_URL',
  'CLAUDE_CONFIG_DIR',
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_MAX_RETRIES',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'AWS_PROFILE',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'AZURE_CLIENT_ID',
  'HTTPS_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'npm_config_registry',
  'GIT_AUTHOR_NAME',
  'GIT_CONFIG_GLOBAL',
  'GIT_SSH_COMMAND',
])('%s is the person’s own and stays', (name) => {
  expect(sessionEnvironment({ [name]: 'mine' }, {})).toEqual({ ...ADDED, [name]: 'mine' });
});

test('what the lane says wins, and a variable without a value is none', () => {
  const environment = sessionEnvironment(
    { TMPDIR: '/tmp', NX_DAEMON: 'true', EMPTY: undefined },
    { [MARKER]: '7f3a/api/1', TMPDIR: '/tmp/lane', NX_DAEMON: 'true' },
  );
  expect(environment).toEqual({ ...ADDED, [MARKER]: '7f3a/api/1', TMPDIR: '/tmp/lane', NX_DAEMON: 'true' });
});
