import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html, linesOf, markupOf, type Part } from './html.js';

it('sets pieces in as they are and everything else as text', () => {
  const name = '<b>"Tom" & \'Jerry\'</b>';
  expect(markupOf(html`<p title="${name}">${html`<i>${3}</i>`}${undefined}${['a', html`<br>`]}</p>`)).toBe(
    '<p title="&#60;b&#62;&#34;Tom&#34; &#38; &#39;Jerry&#39;&#60;/b&#62;"><i>3</i>a<br></p>',
  );
});

it('writes out what a reader could not see, or what would turn the text around', () => {
  expect(markupOf(html`${'a\x1b[2J\u202eb\u0000\ud800'}`)).toBe('a\\x1b[2J\\u202eb\\x00\\ud800');
});

it('takes nothing that came as data for a piece, whatever its shape', () => {
  for (const key of ['MARKUP', 'markup', 'Symbol(markup)'])
    expect(markupOf(html`<p>${JSON.parse(`{"${key}": "<script>"}`) as Part}</p>`)).not.toContain('<script>');
});

it('lets no text end its place, in an element or in quotes', async () => {
  const property = fc.property(fc.string({ unit: 'binary' }), (text) => {
    const [, quoted = '', inside = ''] =
      /^<p title="(.*)">(.*)<\/p>$/s.exec(markupOf(html`<p title="${text}">${text}</p>`)) ?? [];
    expect(quoted).toBe(inside);
    expect(quoted.replace(/&#\d+;/g, '')).not.toMatch(/[&<>"'\u0000-\u001f\u007f-\u009f]/);
  });
  await fc.assert(property, { numRuns: 300 });
});

it('keeps the lines of a text, and leaves out empty ones around it', () => {
  expect(markupOf(linesOf('\nfirst\n\n- <b>\n'))).toBe('first\n\n- &#60;b&#62;');
});
