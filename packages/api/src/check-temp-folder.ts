import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { tempHome } from '@breakwater/lane';
import { err, type Failure, ok, type Result } from '@breakwater/model';
import type { World } from './world.js';

/** The folder that temporary ones are made in, absolute; `environment` E_TEMP when none can be made there, which no lane could do without. */
export async function checkTempFolder(world: World): Promise<Result<string, Failure>> {
  const folder = resolve(world.cwd, tempHome(world));
  try {
    if (!(await stat(folder)).isDirectory()) return err(unusable(folder, 'it is not a folder'));
    await access(folder, constants.W_OK | constants.X_OK);
    return ok(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return err(unusable(folder, code === 'ENOENT' ? 'there is no such folder' : (code ?? message)));
  }
}

function unusable(folder: string, why: string): Failure {
  return {
    reason: 'environment',
    code: 'E_TEMP',
    message: `No temporary folder can be made in ${folder}: ${why}`,
    hint: 'Make it, or set TMPDIR to a folder where files can be written.',
  };
}
