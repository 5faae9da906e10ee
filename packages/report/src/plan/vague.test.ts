import { type PlanNote, taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { examplePlan } from '../example-plan.testing.js';
import { noteLines } from './note-lines.js';
import { questionsOf } from './vague.js';

const question = { candidates: 3, projects: ['web'] };
const asked: PlanNote = { code: 'Q_VAGUE', message: 'a is vague', task: taskId('a'), question };
const unasked: PlanNote = { code: 'Q_VAGUE', message: 'b is vague', task: taskId('b') };
const ofNobody: PlanNote = { code: 'Q_VAGUE', message: 'one is vague', question };
const warning: PlanNote = { code: 'W_SCOPE', message: 'scope "pay" names no project', task: taskId('a'), question };
const plan = { ...examplePlan, diagnostics: [warning, asked, unasked, ofNobody] };
const view = { columns: 80, colour: false, unicode: true };

it('a question is what asks about a task', () => {
  expect(questionsOf(plan)).toEqual([{ ...question, task: 'a' }]);
  expect(questionsOf({ ...plan, diagnostics: [] })).toEqual([]);
});

it('what is no question of a task is a note, unless it would be asked in another place', () => {
  expect(noteLines(plan, view)).toEqual(['! scope "pay" names no project', '! b is vague']);
});

it('a note of several lines stays one note and hangs below its sign', () => {
  const long = { code: 'W_X', message: 'one two three four five six\x1b[2J' };
  expect(noteLines({ ...plan, diagnostics: [long] }, { ...view, columns: 21 })).toEqual([
    '! one two three four',
    '  five six\\x1b[2J',
  ]);
});
