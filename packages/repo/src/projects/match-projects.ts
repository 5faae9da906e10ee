import { parseGlobs } from '@breakwater/glob';
import type { Project } from '@breakwater/model';
import { literalPattern } from '@breakwater/text';

/**
 * The names of the projects that one of Nx's patterns means: a name, a glob of names or folders, a whole part of a name, or either
 * with `name:`, `tag:` or `directory:` before it. Linear in the projects.
 */
export function matchProjects(pattern: string, projects: readonly Project[]): readonly string[] {
  const exact = projects.filter(({ name }) => name === pattern);
  if (exact.length > 0) return exact.map(({ name }) => name);
  const [, label, value = ''] = /^(?:(name|tag|directory|unlabeled):)?(.*)$/s.exec(pattern) ?? [];
  const matches = testOf(value);
  const byFolder = (): readonly Project[] => projects.filter(({ root }) => matches(root));
  const found =
    label === 'directory' ? byFolder() : projects.filter(label === 'tag' ? hasTag(matches) : isCalled(value, matches));
  const isOpen = label === undefined || label === 'unlabeled';
  return (found.length === 0 && isOpen ? byFolder() : found).map(({ name }) => name);
}

type Test = (text: string) => boolean;

function testOf(value: string): Test {
  if (value === '*') return () => true;
  const globs = parseGlobs([value]);
  return (text) => text === value || (globs.ok && globs.value.matches(text));
}

function hasTag(matches: Test): (project: Project) => boolean {
  return ({ tags }) => tags.some(matches);
}

/** `cart` also means `@acme/cart` and `cart_api`, not `cart-e2e`. */
function isCalled(value: string, matches: Test): (project: Project) => boolean {
  if (/[*?{[(!]/.test(value)) return ({ name }) => matches(name);
  const part = new RegExp(`(?<![@a-z\\d-])${literalPattern(value)}(?![@a-z\\d-])`, 'i');
  return ({ name }) => value !== '' && part.test(name);
}
