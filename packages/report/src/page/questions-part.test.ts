import { expect, it } from 'vitest';
import { examplePage, exampleRoster, id, seen } from './example-page.testing.js';
import { questionsPart } from './questions-part.js';

const { plan } = examplePage;

it('asks every question whole, with what to write and what happens without', () => {
  const other = { code: 'Q_VAGUE', message: '', task: id('audit-log'), question: { candidates: 2, projects: [] } };
  const diagnostics = [...plan.diagnostics, other];
  expect(seen(questionsPart({ ...examplePage, plan: { ...plan, diagnostics } }, exampleRoster))).toEqual([
    '?',
    'make-app-faster names no project, file or symbol; 214 files would fit it. Which project is it about?',
    'Most likely: web, api, pricing. Answer in the tasks file with scope: [web]',
    'Without an answer it runs last, beside one other task only.',
    '?',
    'audit-log names no project, file or symbol; 2 files would fit it. Which project is it about?',
    'Answer in the tasks file with scope: [project or folder]',
    'Without an answer it runs in wave 2, beside two other tasks.',
  ]);
});

it('warns of what else is doubtful', () => {
  const diagnostics = [{ code: 'Q_SWEEP', message: 'audit-log goes wide ("everywhere")' }];
  expect(seen(questionsPart({ ...examplePage, plan: { ...plan, diagnostics } }, exampleRoster))).toEqual([
    '! audit-log goes wide ("everywhere")',
  ]);
});

it.each([
  [4, []],
  [5, ['2 more warnings']],
])('keeps the waves in sight: of %i warnings', (count, folded) => {
  const diagnostics = Array.from({ length: count }, (_, at) => ({ code: 'W', message: `warning ${at}` }));
  const lines = seen(questionsPart({ ...examplePage, plan: { ...plan, diagnostics } }, exampleRoster));
  expect(lines.filter((line) => line.startsWith('! '))).toHaveLength(count);
  expect(lines.filter((line) => !line.startsWith('! '))).toEqual(folded);
});

it('is not there when nothing is asked', () => {
  expect(questionsPart({ ...examplePage, plan: { ...plan, diagnostics: [] } }, exampleRoster)).toBeUndefined();
});
