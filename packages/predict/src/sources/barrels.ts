import { type Evidence, fileNameOf, folderOf, type RepoPath } from '@breakwater/model';
import type { Finding } from '../finding.js';
import type { Ground } from '../ground/ground.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

const BARREL = /^(?:index|public-api|public_api)\.(?:[cm]?[jt]s|[jt]sx)$/;
const MODULE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const TEST = /[.-](?:test|spec|stories)\.\w+$/;
const EXPORTS: Evidence = { source: 'hub', detail: 'exports new file' };

/** The barrel that will list a new module: the one beside it, else the nearest above it within its project. None for a path that is near a file. */
export const barrels: Source = {
  name: 'barrels beside new files',
  find: (_, ground, found) => {
    const sure = found.filter(({ p }) => p > WEIGHTS.path.mistyped);
    const created = sure.map(({ path }) => path).filter((path) => !ground.paths.has(path) && isListed(path));
    const above = new Set(created.flatMap((path) => barrelAbove(path, ground)));
    return [...above].map((barrel): Finding => {
      const beside = created.some((path) => folderOf(path) === folderOf(barrel));
      return { path: barrel, p: beside ? WEIGHTS.hub.barrelBeside : WEIGHTS.hub.barrelAbove, evidence: EXPORTS };
    });
  },
};

function isListed(path: string): boolean {
  return MODULE.test(path) && !TEST.test(path) && !BARREL.test(fileNameOf(path));
}

function barrelAbove(path: RepoPath, { paths, projects }: Ground): readonly RepoPath[] {
  const root = projects.projectOf(path)?.root ?? '';
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const barrels = paths.below(folder).filter((file) => folderOf(file) === folder && BARREL.test(fileNameOf(file)));
    if (barrels.length > 0 || folder === root) return barrels;
  }
  return [];
}
