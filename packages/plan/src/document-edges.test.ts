import { repoPath, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { documentConflicts, documentNotes, documentRisks } from './document-edges.js';

const tasks = ['a', 'b', 'c'].map((id) => aTask(id));

it('conflicts name their tasks', () => {
  const reasons = [{ kind: 'exclusive' as const, task: taskId('c') }];
  expect(documentConflicts(tasks, [{ between: [0, 2], reasons }])).toEqual([{ between: ['a', 'c'], reasons }]);
});

it('risks name their tasks and file, the highest first, equal ones as they come, next to nothing left out', () => {
  const risks = [
    { between: [0, 1], units: 10 },
    { between: [0, 2], units: 9 },
    { between: [1, 2], units: 10, path: repoPath('x.ts') },
  ] as const;
  expect(JSON.stringify(documentRisks(tasks, risks))).toBe(
    '[{"between":["a","b"],"p":0.001},{"between":["b","c"],"p":0.001,"path":"x.ts"}]',
  );
  expect(documentRisks(tasks, [...risks, { between: [0, 2], units: 11 }]).map(({ p }) => p)).toEqual([0.0011, 0.001, 0.001]);
});

it('notes keep their order, and have no key without a value', () => {
  const notes = [
    { task: taskId('a'), message: 'm', code: 'W_X' },
    { message: 'n', code: 'W_Y', task: undefined as never },
  ];
  expect(JSON.stringify(documentNotes(notes))).toBe('[{"code":"W_X","message":"m","task":"a"},{"code":"W_Y","message":"n"}]');
  expect(Object.keys(documentNotes(notes)[1] ?? {})).toEqual(['code', 'message']);
});
