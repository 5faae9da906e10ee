import { lstat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Failure } from '@breakwater/model';

/** A file that a command was told to write. */
export interface OutputFile {
  readonly flag: '--out' | '--html';
  readonly file: string;
}

/** Looked at first: sessions that scout cost money, and a large repository takes a while to read. */
export async function obstacleTo(outputs: readonly OutputFile[], cwd: string): Promise<Failure | undefined> {
  const taken = new Set<string>();
  for (const output of outputs) {
    const place = resolve(cwd, output.file);
    if (taken.has(place)) return badPlace(output, 'is to be written twice.');
    if (await exists(place)) return badPlace(output, 'exists already.');
    if (!(await exists(dirname(place)))) return badPlace(output, 'lies in a folder that does not exist.');
    taken.add(place);
  }
  return undefined;
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function badPlace({ flag, file }: OutputFile, fault: string): Failure {
  return { reason: 'usage', message: `${file} ${fault}`, hint: hintFor(flag) };
}

function hintFor(flag: OutputFile['flag']): string {
  return `Choose another place for ${flag}.`;
}

/** Never over a file that is there: a plan somebody reviewed must not change under their hands. */
export async function writeNew(output: OutputFile, text: string, cwd: string): Promise<Failure | undefined> {
  try {
    await writeFile(resolve(cwd, output.file), text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EEXIST') return badPlace(output, 'exists already.');
    const message = `${output.file} cannot be written (${code}).`;
    return { reason: 'environment', code: 'E_OUTPUT', message, hint: hintFor(output.flag) };
  }
}
