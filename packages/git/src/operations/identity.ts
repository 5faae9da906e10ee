import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { textOf } from '../run/run-git.js';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

const NEUTRAL: Identity = { name: 'Breakwater', email: 'breakwater@localhost' };

/**
 * Who the user's configuration says they are. Git would guess from the host's name; we would not put a guess into history. What it once
 * said holds: a session may write another name there, and those commits are not its own.
 */
export async function identity(git: Git): Promise<Identity> {
  const one = known.get(git) ?? (await ask(git));
  if (one !== NEUTRAL) known.set(git, one);
  return one;
}

const known = new WeakMap<Git, Identity>();

async function ask(git: Git): Promise<Identity> {
  try {
    const answer = await git.run(['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT']);
    const [, name, email] = /^(.*) <([^>]*)> \d+ [+-]\d+$/.exec(textOf(answer)) ?? [];
    return name === undefined || email === undefined || name === '' || email === '' ? NEUTRAL : { name, email };
  } catch (error) {
    if (error instanceof GitError) return NEUTRAL;
    throw error;
  }
}

/** The variables that make git write this identity, whatever else is configured. */
export function identityVariables({ name, email }: Identity): Readonly<Record<string, string>> {
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
}
