import { fileNameOf, type Project } from '@breakwater/model';
import { literalPattern } from '@breakwater/text';
import type { Ground } from '../ground/ground.js';
import { prefixScope } from './prefix-scope.js';
import { NO_SCOPE, type Scope } from './scope.js';

/** A plain word is a project only beside a word that says so: "the web app", "package core". */
const KIND = '(?:app|application|lib|library|package|project|service|frontend|backend)';

/** The projects a brief names: in its prefix, by a full name that is no plain word, or as "the web app". */
export function foundScope(text: string, ground: Ground): Scope {
  const projects = ground.projects.all.filter(({ root }) => root !== '');
  const prefixed = projectsByPrefix(text, projects);
  const found = new Set(prefixed.length > 0 ? prefixed : projects.filter((project) => isNamed(project, text)));
  if (found.size === 0) return NO_SCOPE;
  const names = [...new Set([...found].map(({ name }) => name))].sort();
  const covers = (path: string): boolean => {
    const project = ground.projects.projectOf(path);
    return project !== undefined && found.has(project);
  };
  return { names, declared: false, label: names[0] ?? '', covers };
}

function projectsByPrefix(text: string, projects: readonly Project[]): readonly Project[] {
  const wanted = prefixScope(text)
    .split(/[,/]/)
    .filter((word) => word !== '');
  return wanted.flatMap((word) => {
    const exact = projects.filter((project) => shortNames(project).some((name) => name.toLowerCase() === word));
    return exact.length > 0 ? exact : projects.filter(({ root }) => fileNameOf(root).toLowerCase().endsWith(`-${word}`));
  });
}

/** Its name, without the npm scope, and its folder. */
function shortNames({ name, root }: Project): readonly string[] {
  return [name, name.replace(/^@[^/]+\//, ''), fileNameOf(root)];
}

function isNamed(project: Project, text: string): boolean {
  return shortNames(project).some((name) => {
    if (!text.includes(name)) return false;
    const escaped = literalPattern(name);
    const whole = `(?<![\\w@/.-])${escaped}(?![\\w/-]|\\.\\w)`;
    const patterns = /[-/@]/.test(name) ? [whole] : [`${whole}\\s+${KIND}\\b`, `\\b${KIND}\\s+\`?${whole}`, `\`${escaped}\``];
    return patterns.some((pattern) => new RegExp(pattern).test(text));
  });
}
