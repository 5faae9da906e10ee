import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { html } from './html.js';
import { pageDocument } from './page-document.js';
import { PAGE_STYLE } from './page-style.js';

it('is one document that may run, fetch and send nothing, and knows its style by the hash of its bytes', () => {
  const page = pageDocument('A & B', html`<main>hello</main>`);
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page.replace(style, '')).toBe(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="breakwater/plan-page@1">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A &#38; B</title>
<style></style>
</head>
<body>
<main>hello</main>
</body>
</html>
`);
});

it('has a style that names no other place, knows light and dark, and paper', () => {
  expect(PAGE_STYLE).not.toMatch(/url\(|@import|[<>]style|https?:/);
  expect(PAGE_STYLE.match(/@media [^{]+|@page/g)?.map((one) => one.trim())).toEqual([
    '@media screen and (prefers-color-scheme: dark)',
    '@media (max-width: 40rem)',
    '@page',
    '@media print',
  ]);
});
