import { parseGlobs } from '@breakwater/glob';
import { folderOf, type Project } from '@breakwater/model';
import { inFolder } from '../in-folder.js';
import { joinPath } from '../join-path.js';
import { recordOf, textOf, textsOf } from '../json/json-shape.js';
import type { Manifests } from '../manifests.js';
import { matchProjects } from './match-projects.js';

/** The projects with what their manifests say they need of each other; imports say more. Linear in the manifests. */
export function withNeeds(projects: readonly Project[], manifests: Manifests): readonly Project[] {
  const names: Names = {
    byPackage: new Map(projects.map(({ name, root }) => [packageNameAt(root, manifests) ?? name, name])),
    byRoot: new Map(projects.map(({ name, root }) => [root, name])),
  };
  const references = projectReferences(manifests, names);
  return projects.map((project) => {
    const implicit = implicitOf(project, manifests, projects);
    const written = [...packagesOf(project, manifests, names), ...(references.get(project.root) ?? []), ...implicit.needed];
    const needs = new Set(written);
    for (const name of [project.name, ...implicit.refused]) needs.delete(name);
    return needs.size === 0 ? project : { ...project, dependsOn: [...needs].sort() };
  });
}

interface Names {
  readonly byPackage: ReadonlyMap<string, string>;
  readonly byRoot: ReadonlyMap<string, string>;
}

const FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

function packageNameAt(root: string, { json }: Manifests): string | undefined {
  return textOf(recordOf(json.get(inFolder(root, 'package.json')))['name']);
}

function packagesOf({ root }: Project, { json }: Manifests, { byPackage }: Names): readonly string[] {
  const manifest = recordOf(json.get(inFolder(root, 'package.json')));
  return FIELDS.flatMap((field) => Object.keys(recordOf(manifest[field]))).flatMap((one) => byPackage.get(one) ?? []);
}

/** What Nx is told and cannot see, and with a `!` what it sees and is told not to count; both by patterns. */
function implicitOf({ root }: Project, { json }: Manifests, projects: readonly Project[]): Implicit {
  const own = recordOf(json.get(inFolder(root, 'project.json')));
  const inPackage = recordOf(recordOf(json.get(inFolder(root, 'package.json')))['nx']);
  const patterns = [own, inPackage].flatMap((one) => textsOf(one['implicitDependencies']));
  const [refused, needed] = [patterns.filter((one) => one.startsWith('!')), patterns.filter((one) => !one.startsWith('!'))];
  return {
    needed: needed.flatMap((one) => matchProjects(one, projects)),
    refused: refused.flatMap((one) => matchProjects(one.slice(1), projects)),
  };
}

interface Implicit {
  readonly needed: readonly string[];
  readonly refused: readonly string[];
}

const REFERENCE = /<ProjectReference\b[^>]*?\bInclude="([^"]+)"/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** By the folder of the .NET project that refers; a folder with several files is one project. */
function projectReferences({ text }: Manifests, { byRoot }: Names): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [path, content] of text) {
    if (!/proj$/i.test(path)) continue;
    const folder = folderOf(path);
    const named = (roots: readonly string[]) => roots.flatMap((one) => byRoot.get(one) ?? []);
    const needs = referredIn(content).flatMap((written) =>
      written.includes('*') ? named(rootsMatching(folder, written, text)) : named(foldersOf(folder, written)).slice(0, 1),
    );
    found.set(folder, [...(found.get(folder) ?? []), ...needs]);
  }
  return found;
}

/** One reference may name several files. */
function referredIn(content: string): readonly string[] {
  const references = [...content.replace(COMMENT, '').matchAll(REFERENCE)];
  return references.flatMap(([, written = '']) =>
    written
      .replaceAll('\\', '/')
      .split(';')
      .map((one) => one.trim()),
  );
}

/** A property at the beginning, such as `$(RepoRoot)`, stands for the folder of the project or one above it. */
const PROPERTY = /^\$\([^()]*\)\/*/;

/** The folders that may be meant, the likeliest first. */
function foldersOf(folder: string, written: string): readonly string[] {
  const starts = PROPERTY.test(written) ? withAncestors(folder) : [folder];
  const targets = starts.map((start) => joinPath(start, written.replace(PROPERTY, '')));
  return targets.flatMap((target) => (target === undefined ? [] : [folderOf(target)]));
}

/** A reference with wildcards names every project file that it matches; linear in the manifests. */
function rootsMatching(folder: string, written: string, text: Manifests['text']): readonly string[] {
  const pattern = joinPath(folder, written);
  const globs = pattern === undefined ? undefined : parseGlobs([pattern]);
  if (globs?.ok !== true) return [];
  return [...text.keys()].filter((path) => /proj$/i.test(path) && globs.value.matches(path)).map(folderOf);
}

function withAncestors(folder: string): readonly string[] {
  return folder === '' ? [''] : [folder, ...withAncestors(folderOf(folder))];
}
