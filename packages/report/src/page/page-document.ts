import { createHash } from 'node:crypto';
import { PLAN_PAGE_SCHEMA } from '@breakwater/model';
import { type Html, html, markupOf } from './html.js';
import { PAGE_STYLE } from './page-style.js';

/**
 * Nothing may run, be fetched or be sent; of styles only ours apply, known by its hash. So there is no `style` attribute anywhere: it
 * would be refused.
 */
function policy(): string {
  const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** One file that needs nothing else. The style is the only thing in it that `html` did not make. */
export function pageDocument(title: string, body: Html): string {
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="${PLAN_PAGE_SCHEMA}">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>`;
  return `${markupOf(head)}\n<style>${PAGE_STYLE}</style>\n</head>\n<body>\n${markupOf(body)}\n</body>\n</html>\n`;
}
