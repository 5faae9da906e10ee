import { columnsOf } from './columns-of.js';
import { cutEnd } from './cut-end.js';
import { shown } from './safe-text.js';
import { signsOf } from './signs.js';
import type { View } from './view.js';

/** A path in at most `width` columns: first folder and file name stay longest, `apps/…/orders.controller.ts`. */
export function shortPath(path: string, width: number, view: Pick<View, 'unicode'>): string {
  const segments = shown(path, view).split('/');
  const found = forms(segments, signsOf(view).ellipsis).find((form) => columnsOf(form) <= width);
  return found ?? cutEnd(segments.at(-1) ?? '', width, view);
}

/** From the whole path down to its name alone. */
function forms(segments: readonly string[], ellipsis: string): readonly string[] {
  const first = segments[0] ?? '';
  const ends = segments.map((_, from) => segments.slice(from).join('/')).slice(2);
  return [segments.join('/'), ...ends.map((end) => `${first}/${ellipsis}/${end}`), `${ellipsis}/${segments.at(-1) ?? ''}`];
}
