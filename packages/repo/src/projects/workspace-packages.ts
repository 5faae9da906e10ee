import { parseGlobs } from '@breakwater/glob';
import { fileNameOf, folderOf } from '@breakwater/model';
import { isRecord, type JsonRecord, recordOf, textsOf } from '../json/json-shape.js';
import type { Manifests } from '../manifests.js';
import { isSample } from './is-sample.js';
import { packageClaim } from './package-claim.js';
import { parsePnpmPackages } from './parse-pnpm-packages.js';
import type { ProjectClaim } from './project-claim.js';

interface Workspace {
  readonly root: string;
  readonly manifest: string;
  readonly patterns: readonly string[];
}

/** Members of npm, yarn, pnpm and lerna workspaces, and every package with an `nx` key; `roots` are the workspaces' own folders. */
export function workspacePackages(manifests: Manifests): {
  readonly claims: readonly ProjectClaim[];
  readonly roots: readonly string[];
  readonly notes: readonly string[];
} {
  const workspaces = findWorkspaces(manifests);
  const tests = workspaces.map(membership);
  const claims = [...manifests.json].flatMap(([path, manifest]) => {
    if (fileNameOf(path) !== 'package.json') return [];
    const isMember = tests.some((test) => test.has(folderOf(path))) || (isRecord(manifest['nx']) && !isSample(path));
    return isMember ? [packageClaim(path, manifest)] : [];
  });
  return { claims, roots: workspaces.map(({ root }) => root), notes: tests.flatMap(({ notes }) => notes) };
}

function findWorkspaces({ json, text }: Manifests): readonly Workspace[] {
  const written = [...json].map(([manifest, value]) => ({ manifest, patterns: patternsOf(manifest, value) }));
  const pnpm = [...text].map(([manifest, value]) => ({ manifest, patterns: pnpmPatterns(manifest, value) }));
  return [...written, ...pnpm].flatMap(({ manifest, patterns }) =>
    patterns.length > 0 && !isSample(manifest) ? [{ root: folderOf(manifest), manifest, patterns }] : [],
  );
}

function patternsOf(path: string, manifest: JsonRecord): readonly string[] {
  if (fileNameOf(path) === 'lerna.json') return textsOf(manifest['packages']);
  if (fileNameOf(path) !== 'package.json') return [];
  const written = manifest['workspaces'];
  return textsOf(Array.isArray(written) ? written : recordOf(written)['packages']);
}

function pnpmPatterns(path: string, text: string): readonly string[] {
  return /\.ya?ml$/.test(path) ? parsePnpmPackages(text) : [];
}

/** Patterns name folders, relative to the workspace; a leading `!` takes away. One that cannot be read is left out. */
function membership({ root, manifest, patterns }: Workspace): Membership {
  const plain = patterns.map(plainPattern).filter((pattern) => pattern !== '');
  const problems = problemsOf(plain);
  const globs = parseGlobs(plain.filter((pattern) => !problems.has(pattern)));
  const notes = [...problems].map(([pattern, why]) => `${manifest}: the workspace pattern ${pattern} is left out: ${why}`);
  const inside = root === '' ? '' : `${root}/`;
  const has = (folder: string): boolean =>
    globs.ok && folder.startsWith(inside) && folder !== '' && globs.value.matches(folder.slice(inside.length));
  return { has, notes };
}

interface Membership {
  readonly has: (folder: string) => boolean;
  readonly notes: readonly string[];
}

function problemsOf(patterns: readonly string[]): ReadonlyMap<string, string> {
  const parsed = parseGlobs(patterns);
  return new Map(parsed.ok ? [] : parsed.error.map(({ pattern, message }) => [pattern, message]));
}

function plainPattern(pattern: string): string {
  const [bang, rest] = pattern.startsWith('!') ? ['!', pattern.slice(1)] : ['', pattern];
  const plain = rest.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  return plain === '' || plain === '.' ? '' : `${bang}${plain}`;
}
