import { USERS_GIT_VARIABLES } from '@breakwater/model';

/**
 * The environment of a session and of the user's commands: the person's own, without what ties it to another session, another
 * repository or another Nx call, and with what keeps parallel sessions apart. `own` wins; it carries the marker and TMPDIR.
 */
export function sessionEnvironment(
  outer: Readonly<Record<string, string | undefined>>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(outer).filter((entry): entry is [string, string] => entry[1] !== undefined && isKept(entry[0]));
  return { ...Object.fromEntries(kept), ...APART, ...own };
}

const APART = {
  // The memory folder belongs to the main checkout, so parallel sessions would write the same files.
  CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
  // A command in the background outlives the session's last word and is then ended in the middle.
  CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
  // One daemon per worktree, which stays when the worktree goes.
  NX_DAEMON: 'false',
  // Relative to each worktree. From 22 on the checkouts of a repository share one cache and one database of past runs, and a test
  // that passed elsewhere has been reported as passed here. The lane's own environment can say otherwise.
  NX_CACHE_DIRECTORY: '.nx/cache',
  NX_WORKSPACE_DATA_DIRECTORY: '.nx/workspace-data',
  // Collecting objects while other sessions commit has lost commits.
  GIT_CONFIG_COUNT: '3',
  GIT_CONFIG_KEY_0: 'gc.auto',
  GIT_CONFIG_VALUE_0: '0',
  GIT_CONFIG_KEY_1: 'maintenance.auto',
  GIT_CONFIG_VALUE_1: 'false',
  // What a session committed is recorded as done, so it must be on the disk by then.
  GIT_CONFIG_KEY_2: 'core.fsync',
  GIT_CONFIG_VALUE_2: 'committed',
  // Nobody is there to answer.
  GIT_TERMINAL_PROMPT: '0',
  GIT_EDITOR: ':',
} as const;

/** A session started inside a session would speak through the outer one's sockets and under its id. Logins are not among these. */
const OUTER_SESSION = new Set([
  'CLAUDECODE',
  'CLAUDE_PID',
  'CLAUDE_PROJECT_DIR',
  'CLAUDE_ENV_FILE',
  'CLAUDE_JOB_DIR',
  'CLAUDE_EFFORT',
  'CLAUDE_TMPDIR',
  'CLAUDE_AGENT_SDK_VERSION',
  'CLAUDE_AGENT_SDK_CLIENT_APP',
  'CLAUDE_PLUGIN_ROOT',
  'CLAUDE_PLUGIN_DATA',
  'CLAUDE_CODE_AGENT',
  'CLAUDE_CODE_BRIDGE_SESSION_ID',
  'CLAUDE_CODE_CHILD_SESSION',
  'CLAUDE_CODE_CONTAINER_ID',
  'CLAUDE_CODE_COORDINATOR_MODE',
  'CLAUDE_CODE_ENTRYPOINT',
  'CLAUDE_CODE_ENVIRONMENT_KIND',
  'CLAUDE_CODE_EXECPATH',
  'CLAUDE_CODE_LAUNCHED_BY_SESSION_IDS',
  'CLAUDE_CODE_MESSAGING_SOCKET',
  'CLAUDE_CODE_MESSAGING_TOKEN',
  'CLAUDE_CODE_REMOTE',
  'CLAUDE_CODE_REMOTE_ENVIRONMENT_TYPE',
  'CLAUDE_CODE_REMOTE_SESSION_ID',
  'CLAUDE_CODE_SESSION_ID',
  'CLAUDE_CODE_SESSION_KIND',
  'CLAUDE_CODE_SESSION_NAME',
  'CLAUDE_CODE_SESSION_ORIGIN',
  'CLAUDE_CODE_SSE_PORT',
  'CLAUDE_CODE_TASK_LIST_ID',
  'CLAUDE_CODE_TMPDIR',
  'CLAUDE_CODE_TMUX_SESSION',
  'CLAUDE_CODE_WORKER_EPOCH',
]);

/** Of git's own variables only the user's, and those that say how they reach a server. */
const USERS_GIT = new Set([...USERS_GIT_VARIABLES, 'GIT_ASKPASS', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSL_CAINFO']);

/** Written by npm for the script that started us; npm in a lane would take them for its own configuration. */
const OUTER_NPM = new Set([
  'INIT_CWD',
  'npm_command',
  'npm_config_call',
  'npm_config_local_prefix',
  'npm_config_package',
  'npm_config_workspace',
  'npm_config_workspaces',
]);

function isKept(name: string): boolean {
  if (USERS_GIT.has(name)) return true;
  return !OUTER_SESSION.has(name) && !OUTER_NPM.has(name) && !/^(GIT_|NX_|npm_lifecycle_|npm_package_)/.test(name);
}
