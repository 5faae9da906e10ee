import type { PlannedTask, Touch } from '@breakwater/model';
import { percent } from '../percent.js';
import { type Html, html } from './html.js';
import { sureness } from './sureness.js';

/** Below, a file is one of many that might be touched: a long list of those would hide the others. */
const WORTH_SHOWING = 0.1;
const AT_LEAST = 5;

/** The files a task will probably write, most likely first, each with how sure that is and what says so. */
export function fileList({ writes, creates }: PlannedTask): Html {
  const shown = likelyFiles(writes);
  const hidden = writes.length - shown.length;
  const rest = hidden === 0 ? undefined : html`<p class="more">and ${hidden} more, each below 10 %: plan --json lists them</p>`;
  return html`<ul class="files">${shown.map((touch) => fileRow(touch, creates.includes(touch.path)))}</ul>${rest}`;
}

export function likelyFiles(writes: readonly Touch[]): readonly Touch[] {
  return writes.filter(({ p }, at) => at < AT_LEAST || p >= WORTH_SHOWING);
}

function fileRow({ path, p, confidence, evidence }: Touch, isNew: boolean): Html {
  const because = [...evidence.map(({ detail }) => detail), ...(isNew ? ['new'] : [])].filter((word) => word !== '');
  return html`
<li>${sureness(confidence)} <code>${path}</code> <span class="p">${percent(p)}</span> <small>${because.join(', ')}</small></li>`;
}
