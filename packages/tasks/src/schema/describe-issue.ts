import type { Diagnostic } from '@breakwater/model';
import type * as z from 'zod/mini';
import { entryOf, type Located, type Path, spotAt, valueAt } from '../parse/located.js';
import { codeOf, diagnosticOf } from '../text/fault.js';
import { didYouMean } from '../text/nearest-name.js';
import { quoted, shortened } from '../text/quoted.js';
import { foundText, misreadHint } from './found-text.js';
import { keysAt } from './keys-at.js';
import { ruleOf } from './rules.js';

/** What is being checked. */
export interface Subject {
  readonly schema: z.ZodMiniType;
  readonly located: Located;
  /** As in `dependsOn of task "a"`: ` of task "a"`, or nothing. */
  readonly of: string;
}

type Issue = z.core.$ZodIssue;

/** A fault of form in words: what was found, where, what is allowed. One issue may be about several keys. */
export function describeIssue(issue: Issue, subject: Subject): readonly Diagnostic[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(new Set(issue.keys), issue.path, subject);
  if (issue.code === 'invalid_key') return [wrongKey(issue.path, issue.issues[0]?.message ?? issue.message, subject)];
  const branch = issue.code === 'invalid_union' ? nearestBranch(issue.errors) : undefined;
  if (branch === undefined) return [wrongValue(issue, subject)];
  return branch.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, subject));
}

/** The form that was meant: one that fits as a whole and is wrong only inside. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((branch) => branch.every(({ code, path }) => code !== 'invalid_type' || path.length > 0));
}

function unknownKeys(unknown: ReadonlySet<string>, path: Path, { schema, located, of }: Subject): readonly Diagnostic[] {
  const map = valueAt(located, path);
  const known = keysAt(schema, path);
  const inside = path.length === 0 ? of.replace(/^ of/, ' in') : ` in ${pathText(path)}${of}`;
  const entries = map?.kind === 'map' ? map.entries.filter(({ key }) => unknown.has(key)) : [];
  return entries.map(({ key, keySpot: at }) => {
    const hint = didYouMean(key, known) ?? `Known here: ${known.join(', ')}.`;
    return diagnosticOf({ code: codeOf(at.source.area, 'KEY'), message: `unknown key ${quoted(key)}${inside}`, at, hint });
  });
}

function wrongKey(path: Path, message: string, { located, of }: Subject): Diagnostic {
  const key = String(path.at(-1) ?? '');
  const at = entryOf(valueAt(located, path.slice(0, -1)), key)?.keySpot ?? located.spot;
  const inside = ` in ${pathText(path.slice(0, -1))}${of}`;
  return diagnosticOf({
    code: codeOf(at.source.area, 'KEY'),
    message: `the key ${quoted(key)}${inside} is not allowed`,
    at,
    hint: ruleOf(message).allowed,
  });
}

function wrongValue({ path, message, ...issue }: Issue, { located, of }: Subject): Diagnostic {
  const at = spotAt(located, path);
  const { code = codeOf(at.source.area, 'TYPE'), allowed } = ruleOf(message);
  const found = valueAt(located, path);
  const wantsText = issue.code === 'invalid_type' && issue.expected === 'string';
  const hint = [wantsText ? misreadHint(found) : undefined, allowed].filter((part) => part !== undefined).join(' ');
  return diagnosticOf({ code, message: `${whatOf(path, of)} ${foundText(found)}`, at, hint });
}

function whatOf(path: Path, of: string): string {
  if (path.length > 0) return `${pathText(path)}${of}`;
  return of === '' ? 'this' : of.replace(/^ of /, '');
}

/** `budget.usd`, `dependsOn[1]`. */
function pathText(path: Path): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${shortened(String(part))}`));
  return parts.join('').replace(/^\./, '');
}
