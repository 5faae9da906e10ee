import { graphemes } from '@breakwater/model';
import { columnsOf, isNarrow } from './columns-of.js';
import { shown } from './safe-text.js';
import { signsOf } from './signs.js';
import type { View } from './view.js';

/** At most `width` columns; what is left out at the end shows as an ellipsis. */
export function cutEnd(text: string, width: number, view: Pick<View, 'unicode'>): string {
  const safe = shown(text, view);
  if (columnsOf(safe) <= width) return safe;
  const { ellipsis } = signsOf(view);
  if (width < ellipsis.length) return '.'.repeat(Math.max(0, width));
  return beginningOf(safe, width - ellipsis.length) + ellipsis;
}

/** As much of a safe text as `width` columns hold; never cuts through a character. */
export function beginningOf(text: string, width: number): string {
  if (isNarrow(text)) return text.slice(0, Math.max(0, width));
  let taken = '';
  for (const { segment } of graphemes().segment(text)) {
    if (columnsOf(taken + segment) > width) break;
    taken += segment;
  }
  return taken;
}
