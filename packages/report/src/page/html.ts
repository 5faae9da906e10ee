import { safeText } from '../safe-text.js';

/** Known to this file only, so no value that came from outside can pass for markup. */
const MARKUP = Symbol('markup');

/** A piece of a page. Only `html` makes one. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may be set into a page: pieces of it as they are, everything else as text. */
export type Part = Html | string | number | undefined | readonly Part[];

/**
 * The one place where text becomes part of a page. What stands in the template is ours; what is put in is text, made harmless and
 * escaped, so that it can end neither the quotes of an attribute nor its element.
 */
export function html(ours: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { [MARKUP]: ours.map((text, at) => text + markupOf(parts[at])).join('') };
}

export function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (isList(part)) return part.map(markupOf).join('');
  if (typeof part === 'object') return part[MARKUP];
  return safeText(String(part)).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function isList(part: Part): part is readonly Part[] {
  return Array.isArray(part);
}

/** Text of several lines, for a place that keeps their ends. */
export function linesOf(text: string): Html {
  const [first, ...more] = text.trim().split('\n');
  return html`${first}${more.map(
    (line) => html`
${line}`,
  )}`;
}
