import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, type Failure, ok, type Result } from '@breakwater/model';
import { TASKS_FILES } from '@breakwater/tasks';
import { openRepo } from './open-repo.js';
import { SAMPLE } from './sample-tasks.js';
import type { World } from './world.js';

const TASKS_FILE = 'breakwater.tasks.yaml';

/** Writes a tasks file to start from; never over one that is there. */
export async function init(repo: string | undefined, world: World): Promise<Result<string, Failure>> {
  const repository = await openRepo(repo, world);
  if (!repository.ok) return repository;
  if (repository.value.bare) return err(BARE);
  const { root } = repository.value;
  const there = await tasksFileIn(root);
  if (there !== undefined) return err(isThere(there));
  const file = join(root, TASKS_FILE);
  try {
    await writeFile(file, SAMPLE, { flag: 'wx' });
    return ok(file);
  } catch (error) {
    return err(cannotWrite(file, error));
  }
}

/** A second one beside it would be read instead of it. */
async function tasksFileIn(root: string): Promise<string | undefined> {
  for (const file of TASKS_FILES.map((name) => join(root, name))) {
    const found = await access(file).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}

function isThere(file: string): Failure {
  return { reason: 'usage', message: `${file} is there already and stays as it is.`, hint: 'Next: breakwater plan' };
}

const BARE: Failure = {
  reason: 'repository-refused',
  code: 'E_REPO_BARE',
  message: 'This repository is bare: it has no folder of files that a tasks file could lie in.',
  hint: 'Go to a clone of it, or write a tasks file elsewhere and name it: --tasks FILE',
};

function cannotWrite(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST') return isThere(file);
  return {
    reason: 'environment',
    code: 'E_OUTPUT',
    message: `${file} cannot be written: ${String(code ?? error)}`,
    hint: 'Check the permissions of the folder.',
  };
}
