import { flatCopy } from './flat-copy.js';
import type { WrittenImport } from './written-module.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A way to name a module that is no import statement. `mark` must be in the text for the pattern to be worth running. */
interface LooseForm {
  readonly mark: string;
  /** Group 2 is the specifier, group 3 a member taken from it at once. */
  readonly pattern: RegExp;
  /** `import()`, alone of these, does not make a file a module. */
  readonly inScripts?: boolean;
}

interface LooseImport extends WrittenImport {
  readonly inScripts: boolean;
}

const FORMS: readonly LooseForm[] = [
  {
    mark: 'require',
    pattern: /(?<![\w$.])require(?:\.resolve)?\s*\(\s*(['"])([^'"\\\n]+)\1\s*\)(?:\s*\.\s*([A-Za-z_$][\w$]*))?/g,
  },
  {
    mark: 'import',
    pattern: /(?<![\w$.])import\s*\(\s*(['"])([^'"\\\n]+)\1\s*\)(?:\s*\.\s*([A-Za-z_$][\w$]*))?/g,
    inScripts: true,
  },
  {
    mark: 'ock',
    pattern: /(?<![\w$.])(?:vi|jest)\s*\.\s*(?:un|do|dont|set)?[mM]ock\s*(?:<[^;\n]{0,200}?>)?\s*\(\s*(['"])([^'"\\\n]+)\1/g,
  },
  {
    mark: 'Actual',
    pattern: /(?<![\w$.])(?:vi|jest)\s*\.\s*(?:import|require)Actual\s*(?:<[^;\n]{0,200}?>)?\s*\(\s*(['"])([^'"\\\n]+)\1/g,
  },
];

/**
 * Imports that a parser's module record leaves out: `require`, `import x = require()`, `import('x').T` in types, module
 * mocks of test runners. Found in the text, so one inside a string is taken as well; it rarely resolves to a file.
 */
export function looseImports(text: string, comments: () => readonly Span[]): readonly LooseImport[] {
  const matches = FORMS.flatMap(({ mark, pattern, inScripts = false }) =>
    text.includes(mark) ? [...text.matchAll(pattern)].map((match) => ({ match, inScripts })) : [],
  );
  if (matches.length === 0) return [];
  const outside = outsideOf(comments());
  return matches.flatMap(({ match, inScripts }) => {
    const [, , specifier, member] = match;
    if (specifier === undefined || !outside(match.index)) return [];
    return [{ specifier: flatCopy(specifier), names: namesOf(text, match.index, member), reexport: false, inScripts }];
  });
}

/** Comments come in the order of the text. */
function outsideOf(comments: readonly Span[]): (place: number) => boolean {
  return (place) => !comments.some(({ start, end }) => start <= place && place < end);
}

const OF_A_PROMISE = new Set(['then', 'catch', 'finally']);
/** `const { a, b: c } = ` and the like, right before the call. */
const DESTRUCTURED = /\{([\w\s$,:]*)\}\s*=\s*(?:await\s+)?$/;
const LOOK_BACK = 300;

function namesOf(text: string, place: number, member: string | undefined): readonly string[] {
  if (member !== undefined) return [OF_A_PROMISE.has(member) ? '*' : flatCopy(member)];
  const before = DESTRUCTURED.exec(text.slice(Math.max(0, place - LOOK_BACK), place));
  const names = (before?.[1] ?? '').split(',').map((part) => part.split(':')[0]?.trim() ?? '');
  const written = names.filter((name) => name !== '').map(flatCopy);
  return written.length === 0 ? ['*'] : written;
}
