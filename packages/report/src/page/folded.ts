import { type Html, html } from './html.js';

/** A list of which only the beginning is read; the rest is there to be opened. */
export function foldedList(items: readonly Html[], shown: number): Html {
  const [first, rest] = [items.slice(0, shown), items.slice(shown)];
  return html`${first.length === 0 ? undefined : html`<ul>${rows(first)}</ul>`}${
    rest.length === 0
      ? undefined
      : html`
<details><summary>${rest.length} more</summary><ul>${rows(rest)}</ul></details>`
  }`;
}

function rows(items: readonly Html[]): readonly Html[] {
  return items.map(
    (item) => html`
<li>${item}</li>`,
  );
}

/** A part of the page with its heading; nothing where there is nothing to say. */
export function section(title: string, says: string, parts: readonly (Html | undefined)[]): Html | undefined {
  if (parts.every((part) => part === undefined)) return undefined;
  return html`
<section>
<h2>${title}</h2>
<p class="says">${says}</p>${parts}
</section>`;
}
