import { USERS_GIT_VARIABLES } from '@breakwater/model';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment every git of ours gets. All `GIT_*` variables go, for they redirect git to another repository, index or
 * program; those that say who the user is and where their configuration lies stay, and those below are set.
 */
export function gitEnvironment(own: Environment): Readonly<Record<string, string>> {
  const kept = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined && isKept(entry[0]));
  return { ...Object.fromEntries(kept), ...FIXED };
}

const FIXED = {
  LC_ALL: 'C',
  LANGUAGE: 'C',
  GIT_TERMINAL_PROMPT: '0',
  /** Reading must not refresh the user's index on disk. */
  GIT_OPTIONAL_LOCKS: '0',
  GIT_EDITOR: ':',
  /** What a session put in the place of an object holds only here; who fetches the commit gets the object itself. */
  GIT_NO_REPLACE_OBJECTS: '1',
};

const USERS_OWN = new Set(USERS_GIT_VARIABLES);
const PROGRAMS = new Set(['EDITOR', 'VISUAL', 'PAGER', 'SSH_ASKPASS', 'PREFIX']);

function isKept(name: string): boolean {
  if (USERS_OWN.has(name)) return true;
  return !name.toUpperCase().startsWith('GIT_') && !PROGRAMS.has(name);
}

/** The variables above that a guarded library must be told to let through. */
export const GUARDED_VARIABLES: readonly string[] = [
  ...USERS_GIT_VARIABLES,
  ...Object.keys(FIXED).filter((name) => name.startsWith('GIT_')),
];
