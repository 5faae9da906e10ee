import { describe, expect, test } from 'vitest';
import { checkTasks, marked, tasksFile } from '../worlds.testing.js';
import { dependencyCycle } from './dependency-cycle.js';

const fault = (message: string, cycle: string, place: unknown, hint: string) => ({
  severity: 'error',
  code: 'E_DEP_CYCLE',
  message,
  place,
  related: [{ message: `cycle: ${cycle}` }],
  hint,
});

describe('tasks that wait', () => {
  test('for themselves', () => {
    const { text, places } = marked(tasksFile('a, dependsOn: [b, «a»]', 'b'));
    expect(checkTasks(dependencyCycle, text)).toEqual([
      fault('task "a" waits for itself', 'a -> a', places[0], 'Remove it from its own dependsOn.'),
    ]);
  });

  test('for each other', () => {
    const { text, places } = marked(
      tasksFile('api-limits, dependsOn: [«retry-client»]', 'retry-client, dependsOn: [api-limits]'),
    );
    expect(checkTasks(dependencyCycle, text)).toEqual([
      fault(
        'tasks "api-limits" and "retry-client" wait for each other',
        'api-limits -> retry-client -> api-limits',
        places[0],
        'Remove one of the two dependsOn entries.',
      ),
    ]);
  });

  test('in a ring: the shortest is printed in full', () => {
    // a -> b -> c -> d -> a, and d -> b
    const { text, places } = marked(
      tasksFile('a, dependsOn: [b]', 'b, dependsOn: [«c»]', 'c, dependsOn: [d]', 'd, dependsOn: [a, b]'),
    );
    expect(checkTasks(dependencyCycle, text)).toEqual([
      fault('3 tasks wait for each other', 'b -> c -> d -> b', places[0], 'Remove one of the 3 dependsOn entries.'),
    ]);
  });

  test('in two rings: both are found', () => {
    const text = tasksFile('a, dependsOn: [b]', 'b, dependsOn: [a]', 'c, dependsOn: [d]', 'd, dependsOn: [c]');
    expect(checkTasks(dependencyCycle, text).map(({ related }) => related?.[0]?.message)).toEqual([
      'cycle: a -> b -> a',
      'cycle: c -> d -> c',
    ]);
  });

  test('for themselves and for each other: both are found', () => {
    const text = tasksFile('a, dependsOn: [a, b]', 'b, dependsOn: [a]');
    expect(checkTasks(dependencyCycle, text).map(({ related }) => related?.[0]?.message)).toEqual([
      'cycle: a -> a',
      'cycle: a -> b -> a',
    ]);
  });

  test('in a cycle with a task that has other faults', () => {
    const text = tasksFile('a, dependsOn: [b]', 'b, dependsOn: [a], scope: 3');
    expect(checkTasks(dependencyCycle, text)).toHaveLength(1);
  });

  test('in thirty rings: ten are said', () => {
    const pairs = Array.from({ length: 30 }, (_, n) => [`a${n}, dependsOn: [b${n}]`, `b${n}, dependsOn: [a${n}]`]);
    expect(checkTasks(dependencyCycle, tasksFile(...pairs.flat()))).toHaveLength(10);
  });

  test('for what came before, or for nobody known, are no cycle', () => {
    expect(checkTasks(dependencyCycle, tasksFile('a', 'b, dependsOn: [a]', 'c, dependsOn: [a, b, zzz]'))).toEqual([]);
  });
});
