/**
 * The beginning of a text, at most so many UTF-16 units; it never ends within what a person sees as one character, nor in half of what
 * a file would have to hold as one.
 */
export function beginOf(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, boundaryBefore(text, most));
}

/** The end of a text, in the same way. */
export function endOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = text.length - most;
  const before = boundaryBefore(text, from);
  return text.slice(before === from ? from : after(text, before));
}

let made: Intl.Segmenter | undefined;

/** What a person sees as one character, in any language. Made when a text is cut, for it costs more than loading all else of this package. */
export function graphemes(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return made;
}

/** Looked at on either side of a cut: no more, for the text may be a whole log. Longer heaps of accents are cut like anything else. */
const AROUND = 64;

function boundaryBefore(text: string, at: number): number {
  const from = Math.max(0, at - AROUND);
  const found = graphemes()
    .segment(text.slice(from, at + AROUND))
    .containing(at - from);
  return from + (found === undefined || (found.index === 0 && from > 0) ? at - from - halves(text, at) : found.index);
}

function after(text: string, start: number): number {
  const { segment } = graphemes()
    .segment(text.slice(start, start + 2 * AROUND))
    .containing(0) ?? { segment: '' };
  return start + segment.length;
}

/** 1 where a cut would part the halves of one code point. */
function halves(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? 1 : 0;
}
