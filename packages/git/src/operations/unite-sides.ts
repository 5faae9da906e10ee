import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { asObjectId } from '../object-id.js';
import type { ConflictSide } from '../parse/merge-tree.js';
import { textOf } from '../run/run-git.js';

/**
 * A file with the lines of both sides, ours first where they meet, as git's `merge=union` does it. Undefined when one side is missing, a
 * link, or not text. The older gits merge only files that lie in a folder.
 */
export async function uniteSides(
  git: Git,
  sides: readonly ConflictSide[],
  folder: string,
): Promise<{ readonly entry: Pick<ConflictSide, 'mode' | 'id'> } | undefined> {
  const [ours, theirs] = [sideOf(sides, 2), sideOf(sides, 3)];
  if (ours === undefined || theirs === undefined || !sides.every(({ mode }) => mode.startsWith('100'))) return undefined;
  const files = { ours: join(folder, 'ours'), base: join(folder, 'base'), theirs: join(folder, 'theirs') };
  await writeSide(git, ours, files.ours);
  await writeSide(git, sideOf(sides, 1), files.base);
  await writeSide(git, theirs, files.theirs);
  // 255: it is not text.
  const args = ['merge-file', '--quiet', '--union', '-p', files.ours, files.base, files.theirs];
  const { exitCode, stdout } = await git.run(args, { accept: [0, 255] });
  if (exitCode !== 0) return undefined;
  const id = textOf(await git.run(['hash-object', '-w', '--stdin', '--no-filters'], { stdin: stdout }));
  return { entry: { mode: ours.mode, id } };
}

function sideOf(sides: readonly ConflictSide[], wanted: ConflictSide['side']): ConflictSide | undefined {
  return sides.find(({ side }) => side === wanted);
}

/** Both sides may have made the file: then they began from nothing. */
async function writeSide(git: Git, side: ConflictSide | undefined, file: string): Promise<void> {
  const content = side === undefined ? '' : (await git.run(['cat-file', 'blob', asObjectId(side.id)])).stdout;
  await writeFile(file, content);
}
