import type { Repository } from '@breakwater/git';
import type { Finding } from '@breakwater/model';
import { shallowHistory } from './shallow-history.js';

/** Whether there is a commit and a branch to start from, and as much history as a prediction wants; nothing where all is well. */
export async function lookAtHistory(repository: Repository): Promise<readonly Finding[]> {
  const { branch, commit } = await repository.head();
  if (commit === null) return [UNBORN];
  const cutOff = await shallowHistory(repository, commit);
  return [
    ...(branch === null ? [DETACHED] : []),
    ...cutOff.map(({ message, hint }): Finding => ({ ...NOTE, says: message, ...(hint === undefined ? {} : { hint }) })),
  ];
}

const NOTE = { about: 'repository', state: 'note' } as const;

const UNBORN: Finding = {
  about: 'repository',
  state: 'bad',
  says: 'this repository has no commit yet, and sessions start from one',
  hint: 'git add --all && git commit, then: breakwater plan',
};

const DETACHED: Finding = {
  ...NOTE,
  says: 'HEAD is detached: plan and execute have to be told where to start, and land moves only a branch',
  hint: 'breakwater plan --base BRANCH, or check a branch out; --base HEAD starts here and is merged by hand',
};
