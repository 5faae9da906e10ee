import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, money } from './index.js';

test('money has a sign and two digits', () => {
  assert.deepEqual([0, 5, 12.5].map(money), ['€0.00', '€5.00', '€12.50']);
});

test('html escapes what is filled in, but not markup', () => {
  const name = '<b>&"';
  assert.equal(`${html`<p>${name}</p>${[html`<i>1</i>`, html`<i>2</i>`]}`}`, '<p>&lt;b&gt;&amp;&quot;</p><i>1</i><i>2</i>');
});
