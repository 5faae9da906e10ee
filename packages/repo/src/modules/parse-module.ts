import { type EcmaScriptModule, type ParseResult, parseSync } from 'oxc-parser';
import { commonJsExports } from './common-js-exports.js';
import { declaredExports, declaredImports } from './declared-imports.js';
import { looseImports } from './loose-imports.js';
import { mergeImports } from './merge-imports.js';
import { nestsTooDeep } from './nests-too-deep.js';
import type { WrittenModule } from './written-module.js';

/** The answer for a text that would end the process: it is read as an empty one. */
export const TOO_DEEP: WrittenModule = { imports: [], exports: [], isScript: false, hasErrors: false };

/**
 * What a TypeScript or JavaScript text imports and exports. Never throws on wrong code: it answers with what can be read and says that
 * there are errors.
 */
export function parseModule(path: string, text: string): WrittenModule {
  if (nestsTooDeep(text)) return TOO_DEEP;
  const parsed = parseBearable(path, text);
  const record = parsed.module;
  const loose = looseImports(text, () => parsed.comments);
  const imports = mergeImports([...declaredImports(record, text), ...loose]);
  const exports = [...new Set([...declaredExports(record), ...commonJs(record, text)])].sort();
  const isModule = record.hasModuleSyntax || exports.length > 0 || loose.some(({ inScripts }) => !inScripts);
  const isScript = !isModule && !/\.[cm][jt]s$/.test(path);
  return { imports, exports, isScript, hasErrors: parsed.errors.length > 0 };
}

/** What would end the process counts as empty. */
export function parseText(path: string, text: string): ParseResult {
  return parseBearable(path, nestsTooDeep(text) ? '' : text);
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
