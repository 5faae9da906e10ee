import type { Place } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf } from '../cut-end.js';
import { sourceLines } from './source-lines.js';

const view = { columns: 40, colour: false, unicode: true };

function at(text: string, column: number, length: number, rest: Partial<Place> = {}): Place {
  return { file: 'tasks.yaml', line: 7, column, length, text, ...rest };
}

describe('the place of a fault', () => {
  it('is named, shown and underlined', () => {
    expect(sourceLines(at('id: audit', 5, 5), view)).toEqual(['  tasks.yaml:7:5', '      7 | id: audit', '        |     ~~~~~']);
  });

  it('beyond the end of the line is underlined there, once', () => {
    expect(sourceLines(at('id:', 4, 0), view).slice(1)).toEqual(['      7 | id:', '        |    ~']);
    expect(sourceLines(at('id:   ', 4, 3), view).slice(1)).toEqual(['      7 | id:   ', '        |    ~~~']);
  });

  it('in a line of many digits keeps the bars above each other', () => {
    expect(sourceLines(at('x', 1, 1, { line: 1234567 }), view).slice(1)).toEqual(['  1234567 | x', '          | ~']);
  });

  it('is only named when the line holds nothing to look at', () => {
    expect(sourceLines(at(' \t ', 1, 1), view)).toEqual(['  tasks.yaml:7:1']);
    expect(
      sourceLines(at('', 1, 1, { file: `${'deep/'.repeat(9)}tasks.yaml` }), view)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(`${'deep/'.repeat(9)}tasks.yaml:7:1`);
  });

  it('is made of ASCII where that is all there is', () => {
    expect(sourceLines(at(`${'-'.repeat(60)}é`, 61, 1), { ...view, unicode: false }).slice(1)).toEqual([
      '      7 | ...\\xe9',
      '        |    ~~~~',
    ]);
  });

  it('has its underline below the beginning of the fault, wherever that is and whatever is before it', async () => {
    const piece = fc.constantFrom('a', 'bc ', '注文', '🚀', '\t', 'x'.repeat(30), 'é');
    const before = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.property(before, before, fc.integer({ min: 20, max: 90 }), (left, right, columns) => {
        const place = at(`${left}FAULT${right}`, left.length + 1, 5);
        const [, shown = '', under = ''] = sourceLines(place, { ...view, columns });
        const start = under.indexOf('~');
        const from = shown.slice(beginningOf(shown, start).length);
        const marked = '~'.repeat(under.length - start);
        expect([from.slice(0, 3), under.slice(start)]).toEqual(['FAU', marked]);
        if (from.startsWith('FAULT')) expect(marked).toBe('~~~~~');
      }),
    );
  });
});
