import { type EcmaScriptModule, type ParseResult, parseSync } from 'oxc-parser';
import { commonJsExports } from './common-js-exports.js';
import { declaredExports, declaredImports } from './declared-imports.js';
import { type Code, codeOf, isComponent } from './embedded-code.js';
import { flatCopy } from './flat-copy.js';
import { looseImports } from './loose-imports.js';
import { mergeImports } from './merge-imports.js';
import { nestsTooDeep } from './nests-too-deep.js';
import type { WrittenModule } from './written-module.js';

/** The answer for a text that would end the process: it is read as an empty one. */
export const TOO_DEEP: WrittenModule = { imports: [], exports: [], isScript: false, hasErrors: false };

/**
 * What a TypeScript or JavaScript text, or the scripts of a component, import and export. Never throws on wrong code: it answers
 * with what can be read and says that there are errors.
 */
export function parseModule(path: string, text: string): WrittenModule {
  const code = codeOf(path, text);
  if (nestsTooDeep(code.text)) return TOO_DEEP;
  const parsed = parseBearable(code.path, code.text);
  return isComponent(path) ? componentOf(path, code, parsed) : moduleOf(path, text, parsed);
}

function moduleOf(path: string, text: string, { module: record, comments, errors }: ParseResult): WrittenModule {
  const loose = looseImports(text, () => comments);
  const imports = mergeImports([...declaredImports(record, text), ...loose]);
  const exports = [...new Set([...declaredExports(record.staticExports), ...commonJs(record, text)])].sort();
  const isModule = record.hasModuleSyntax || exports.length > 0 || loose.some(({ inScripts }) => !inScripts);
  const isScript = !isModule && !/\.[cm][jt]s$/.test(path);
  return { imports, exports, isScript, hasErrors: errors.length > 0 };
}

/** A component is the default export of its file, though nothing says so. */
function componentOf(path: string, code: Code, { module: record, comments, errors }: ParseResult): WrittenModule {
  const sources = code.sources.map((specifier) => ({ specifier: flatCopy(specifier), names: ['*'], reexport: false }));
  const imports = [...declaredImports(record, code.text), ...looseImports(code.text, () => comments), ...sources];
  const given = record.staticExports.filter(({ start }) => !code.properties.some(({ from, to }) => from <= start && start < to));
  const exports = [...new Set(['default', ...declaredExports(given)])].sort();
  // The front matter of an Astro file may return, which no module may.
  const hasErrors = errors.length > 0 && !path.endsWith('.astro');
  return { imports: mergeImports(imports), exports, isScript: false, hasErrors };
}

/** What would end the process counts as empty. */
export function parseText(path: string, text: string): ParseResult {
  const code = codeOf(path, text);
  return parseBearable(code.path, nestsTooDeep(code.text) ? '' : code.text);
}

/** JavaScript may hold JSX, and types, by Flow or by mistake, whatever its ending says; what it fails as is tried as the next. */
function parseBearable(path: string, text: string): ParseResult {
  if (!/\.[cm]?jsx?$/.test(path)) return parseSync(path, text);
  const plain = parseSync(path, text, { lang: 'jsx', sourceType: 'unambiguous' });
  if (plain.errors.length === 0) return plain;
  const typed = parseSync(path, text, { lang: 'tsx', sourceType: 'unambiguous' });
  return typed.errors.length === 0 ? typed : plain;
}

function commonJs(record: EcmaScriptModule, text: string): readonly string[] {
  return record.staticExports.length === 0 ? commonJsExports(text) : [];
}
