import { fileNameOf, folderOf, type IndexedFile } from '@breakwater/model';
import { joinPath } from '../join-path.js';
import type { Manifests } from '../manifests.js';
import { isSample } from './is-sample.js';
import type { ProjectClaim } from './project-claim.js';

const PROJECT_FILE = /\.(?:cs|fs|vb)proj$/i;
/** `Project("{type}") = "Name", "src\Shop\Shop.csproj", "{id}"`; solution folders have no file ending in `proj`. */
const IN_SLN = /^\s*Project\("[^"]*"\)\s*=\s*"[^"]*",\s*"([^"]+proj)"/gim;
const IN_SLNX = /<Project\b[^>]*?\bPath="([^"]+proj)"/gi;

/** .NET projects, found by their files and, for the rarer languages, by the solutions that list them. */
export function dotnetProjects(
  { text }: Manifests,
  files: readonly IndexedFile[],
): { readonly claims: readonly ProjectClaim[]; readonly notes: readonly string[] } {
  const known = new Set<string>(files.map((file) => file.path));
  const listed = [...text].flatMap(([solution, content]) => listedIn(solution, content));
  const own = [...known].filter((path) => PROJECT_FILE.test(path) && !isSample(path));
  const paths = new Set([...own, ...listed.flatMap(({ path }) => (known.has(path) ? [path] : []))]);
  const notes = listed.flatMap(({ solution, path }) =>
    known.has(path) ? [] : [`${solution} lists ${path}, which the commit does not have`],
  );
  return { claims: [...paths].sort().map(claimOf), notes };
}

function listedIn(solution: string, content: string): readonly { readonly solution: string; readonly path: string }[] {
  if (!/\.slnx?$/i.test(solution) || isSample(solution)) return [];
  const pattern = /\.slnx$/i.test(solution) ? IN_SLNX : IN_SLN;
  return [...content.matchAll(pattern)].flatMap(([, written]) => {
    const path = joinPath(folderOf(solution), (written ?? '').replaceAll('\\', '/'));
    return path === undefined || path === '' ? [] : [{ solution, path }];
  });
}

function claimOf(path: string): ProjectClaim {
  const name = fileNameOf(path).replace(/\.[^.]+$/, '');
  return { root: folderOf(path), name, tags: [], manifest: path, kind: 'dotnet' };
}
