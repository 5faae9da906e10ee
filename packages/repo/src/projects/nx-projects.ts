import { fileNameOf, folderOf } from '@breakwater/model';
import { inFolder } from '../in-folder.js';
import { type JsonRecord, recordOf, textOf, textsOf } from '../json/json-shape.js';
import type { Manifests } from '../manifests.js';
import { isSample } from './is-sample.js';
import type { ProjectClaim } from './project-claim.js';

/** Folders with an Nx project.json. Without a name of its own the project takes the package's beside it, then the folder's. */
export function nxProjects({ json }: Manifests): readonly ProjectClaim[] {
  const inNxWorkspace = json.has('nx.json');
  return [...json].flatMap(([path, manifest]) => {
    if (fileNameOf(path) !== 'project.json' || isSample(path)) return [];
    if (!inNxWorkspace && !looksLikeNx(manifest)) return [];
    const root = folderOf(path);
    const beside = recordOf(json.get(inFolder(root, 'package.json')));
    const name = textOf(manifest['name']) ?? textOf(recordOf(beside['nx'])['name']) ?? textOf(beside['name']);
    return [{ root, name, tags: textsOf(manifest['tags']), manifest: path, kind: 'nx' as const }];
  });
}

/** Other tools have a project.json too. */
function looksLikeNx(manifest: JsonRecord): boolean {
  return ['targets', 'projectType', 'sourceRoot', 'implicitDependencies'].some((key) => key in manifest);
}
