import type { Diagnostic, Place } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from './render-diagnostics.js';

const view = { columns: 80, colour: false, unicode: true };

function place(text: string, column: number, length: number): Place {
  return { file: 'tasks.yaml', line: 12, column, length, text };
}

function one(diagnostic: Partial<Diagnostic>): Diagnostic {
  return { severity: 'error', code: 'E_X', message: 'wrong', ...diagnostic };
}

describe('a fault', () => {
  it('says what, where and what next, with the place underlined', () => {
    const cycle = one({
      code: 'E_DEP_CYCLE',
      message: 'tasks "api-limits" and "retry-client" wait for each other',
      place: place('    dependsOn: [retry-client]', 17, 12),
      hint: 'remove one of the two dependsOn entries',
    });
    expect(renderDiagnostics([cycle], view)).toBe(
      `error: tasks "api-limits" and "retry-client" wait for each other [E_DEP_CYCLE]
  tasks.yaml:12:17
     12 |     dependsOn: [retry-client]
        |                 ~~~~~~~~~~~~
  hint: remove one of the two dependsOn entries

1 error
`,
    );
  });

  it('shows the other places that matter', () => {
    const twice = one({
      message: 'id "a" is used twice',
      place: place('- id: a', 7, 1),
      related: [{ message: 'first used here', place: { ...place('- id: a', 7, 1), line: 3 } }],
    });
    expect(renderDiagnostics([twice], view)).toContain(`  first used here
  tasks.yaml:3:7
`);
  });

  it('keeps the indentation of an example, for it is there to be copied', () => {
    const related = ['for example:', 'tasks:', '  - id: a', '    brief: Do it.'].map((message) => ({ message }));
    expect(renderDiagnostics([one({ related })], view)).toContain(`
  for example:
  tasks:
    - id: a
      brief: Do it.
`);
  });

  it('needs no place', () => {
    expect(renderDiagnostics([one({})], view)).toBe('error: wrong [E_X]\n\n1 error\n');
  });
});

describe('the underlined line', () => {
  function source(text: string, column: number, length: number, columns = 60): readonly string[] {
    return renderDiagnostics([one({ place: place(text, column, length) })], { ...view, columns })
      .split('\n')
      .slice(2, 4);
  }

  it('counts columns, not characters', () => {
    expect(source('- 注文: xy', 7, 2)).toEqual(['     12 | - 注文: xy', '        |         ~~']);
  });

  it('shows a tab as two spaces', () => {
    expect(source('\tid: x', 6, 1)).toEqual(['     12 |   id: x', '        |       ~']);
  });

  it('is cut where the window ends', () => {
    expect(source(`id: ${'x'.repeat(100)}`, 1, 2, 30)).toEqual(['     12 | id: xxxxxxxxxxxxxx…', '        | ~~']);
  });

  it('leaves its beginning out when the fault is far to the right', () => {
    expect(source(`${'x'.repeat(100)}FAULT and more text than there is room for`, 101, 5, 30)).toEqual([
      '     12 | …FAULT and more te…',
      '        |  ~~~~~',
    ]);
  });

  it('is left out when it says nothing', () => {
    expect(source('   ', 1, 1)).toEqual(['', '1 error']);
  });
});

describe('several faults', () => {
  it('are all shown and counted', () => {
    const list = [one({}), one({ message: 'wrong too' }), one({ severity: 'warning', code: 'W_Y', message: 'odd' })];
    expect(renderDiagnostics(list, view)).toBe(`error: wrong [E_X]

error: wrong too [E_X]

warning: odd [W_Y]

2 errors, 1 warning
`);
  });

  it('may be warnings only, or none', () => {
    expect(renderDiagnostics([one({ severity: 'warning' })], view)).toMatch(/\n1 warning\n$/);
    expect(renderDiagnostics([], view)).toBe('no errors\n');
  });
});
