import { describe, expect, test } from 'vitest';
import { checkTasks, marked } from '../worlds.testing.js';
import { duplicateId } from './duplicate-id.js';

const HINT = 'Give one of them another id, and check which one dependsOn means.';

describe('two tasks with one id', () => {
  test('are a fault at the second, with the place of the first', () => {
    const { text, places } = marked('tasks:\n  - { id: «a», brief: x }\n  - { id: b, brief: x }\n  - { id: «a», brief: y }\n');
    expect(checkTasks(duplicateId, text)).toEqual([
      {
        severity: 'error',
        code: 'E_TASK_DUPLICATE',
        message: 'two tasks have the id "a"',
        place: places[1],
        related: [{ message: 'the first is on line 2', place: places[0] }],
        hint: HINT,
      },
    ]);
  });

  test.each([
    ['case', 'Café', 'café'],
    ['Unicode form', 'cafe\u0301', 'caf\u00e9'],
  ])('also when only %s differs', (_, first, second) => {
    const { text, places } = marked(`tasks:\n  - { id: «${first}», brief: x }\n  - { id: «${second}», brief: x }\n`);
    expect(checkTasks(duplicateId, text)).toEqual([
      {
        severity: 'error',
        code: 'E_TASK_DUPLICATE',
        message: `the ids "${first}" and "${second}" are too alike`,
        place: places[1],
        related: [{ message: 'the first is on line 2', place: places[0] }],
        hint: HINT,
      },
    ]);
  });

  test('three are two faults, each with the first', () => {
    const { text, places } = marked('tasks:\n  - { id: «a» }\n  - { id: «a» }\n  - { id: «a» }\n');
    const found = checkTasks(duplicateId, text);
    expect(found.map(({ place, related }) => [place, related?.[0]?.place])).toEqual([
      [places[1], places[0]],
      [places[2], places[0]],
    ]);
  });

  test('tasks without an id are not alike', () => {
    expect(checkTasks(duplicateId, 'tasks:\n  - { brief: x }\n  - { brief: x }\n  - { id: 1 }\n  - { id: 1 }\n')).toEqual([]);
  });
});
