import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, type Failure, ok, type Result } from '@breakwater/model';
import { openRepo } from './open-repo.js';
import type { World } from './world.js';

export const TASKS_FILE = 'breakwater.tasks.yaml';

const SAMPLE = `# One task is one session with one clear brief. See: breakwater plan
version: 1
tasks:
  - id: first-task
    brief: |
      Say here what to do, as you would to a colleague: name the files, folders or symbols you know of.
  - id: second-task
    brief: |
      Another piece of work. If it needs the first one's code, uncomment the line below.
    # dependsOn: [first-task]
    # scope: [name-of-a-project]      # one project named here is worth more than any prediction
    # writes: ["docs/**"]             # what it may write, if you know
`;

/** Writes a tasks file to start from; never over one that is there. */
export async function init(repo: string | undefined, world: World): Promise<Result<string, Failure>> {
  const repository = await openRepo(repo, world);
  if (!repository.ok) return repository;
  if (repository.value.bare) return err(BARE);
  const file = join(repository.value.root, TASKS_FILE);
  try {
    await writeFile(file, SAMPLE, { flag: 'wx' });
    return ok(file);
  } catch (error) {
    return err(cannotWrite(file, error));
  }
}

const BARE: Failure = {
  reason: 'repository-refused',
  code: 'E_REPO_BARE',
  message: 'This repository is bare: it has no folder of files that a tasks file could lie in.',
  hint: 'Go to a clone of it, or write a tasks file elsewhere and name it: --tasks FILE',
};

function cannotWrite(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST')
    return { reason: 'usage', message: `${file} is there already and stays as it is.`, hint: 'Next: breakwater plan' };
  return {
    reason: 'environment',
    code: 'E_OUTPUT',
    message: `${file} cannot be written: ${String(code ?? error)}`,
    hint: 'Check the permissions of the folder.',
  };
}
