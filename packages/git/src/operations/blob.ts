import type { Git } from '../git.js';
import { asObjectId } from '../object-id.js';
import { textOf } from '../run/run-git.js';

/** Stores a text; nothing keeps it but a ref. */
export async function writeBlob(git: Git, text: string): Promise<string> {
  return textOf(await git.run(['hash-object', '-w', '--stdin', '--no-filters'], { stdin: text }));
}

export async function readBlob(git: Git, id: string): Promise<string> {
  return (await git.run(['cat-file', 'blob', asObjectId(id)])).stdout.toString('utf8');
}
