import { describe, expect, test } from 'vitest';
import { aSource, marked } from '../worlds.testing.js';
import { plainOf } from './located.js';
import { parseMarkdown } from './parse-markdown.js';

const parse = (text: string, file = 'order-api.md') => {
  const { value, faults } = parseMarkdown(aSource(text, file));
  return { value: value === undefined ? undefined : plainOf(value), faults };
};
const read = (value: object) => ({ value, faults: [] });

describe('a Markdown file as one task', () => {
  test('fields between dashes, the brief below', () => {
    expect(parse('---\nid: api\nscope: [web]\n---\n\nAdd it.\n\n---\nAnd this.\n')).toEqual(
      read({ id: 'api', scope: ['web'], brief: 'Add it.\n\n---\nAnd this.' }),
    );
  });
  test('without fields the file is the brief and its name the id', () => {
    expect(parse('Add it.\n')).toEqual(read({ id: 'order-api', brief: 'Add it.' }));
  });
  test('a heading at the top is the title, and stays in the brief', () => {
    expect(parse('# Order history #\n\nAdd it.')).toEqual(
      read({ id: 'order-api', title: 'Order history', brief: '# Order history #\n\nAdd it.' }),
    );
  });
  test('a heading further down is none, and a written title counts', () => {
    expect(parse('Add it.\n# Later')).toEqual(read({ id: 'order-api', brief: 'Add it.\n# Later' }));
    expect(parse('---\ntitle: Mine\n---\n# Heading')).toEqual(read({ id: 'order-api', title: 'Mine', brief: '# Heading' }));
  });
  test.each([
    ['# Port it to C#', 'Port it to C#'],
    ['# Port it to C# #', 'Port it to C#'],
    ['# Close #12 and #13 ##', 'Close #12 and #13'],
    ['#\tAfter a tab\t##\t\nAdd it.', 'After a tab'],
    ['# Lines of Windows\r\n\r\nAdd it.', 'Lines of Windows'],
    ['# Größe – 数 🧱', 'Größe – 数 🧱'],
    ['#No heading', undefined],
    ['## No title', undefined],
    ['# ##', undefined],
    ['#', undefined],
  ])('%j has the title %s', (text, title) => {
    expect(parse(text)).toEqual(read({ id: 'order-api', ...(title === undefined ? {} : { title }), brief: text }));
  });
  test('a heading of half a million spaces and marks is read in a moment', () => {
    const began = process.cpuUsage();
    for (const filling of [' ', '#', ' #', '# ']) {
      const inside = filling.repeat(500_000 / filling.length);
      expect(parse(`# a${inside}b`).value).toMatchObject({ title: `a${inside}b` });
    }
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(2);
  });
  test('lines that end as on Windows', () => {
    expect(parse('---\r\nid: api\r\n---\r\nAdd it.\r\n')).toEqual(read({ id: 'api', brief: 'Add it.' }));
  });
  test('no fields between the dashes', () => {
    expect(parse('---\n---\nAdd it.')).toEqual(read({ id: 'order-api', brief: 'Add it.' }));
  });
  test('dashes that are not closed hold fields to the end', () => {
    expect(parse('---\nid: api\n')).toEqual(read({ id: 'api', brief: '' }));
  });
  test('dashes in the middle of a text are text', () => {
    expect(parse('Add it.\n---\nid: x\n---\n')).toEqual(read({ id: 'order-api', brief: 'Add it.\n---\nid: x\n---' }));
  });
});

describe('faults', () => {
  test('have the lines of the file', () => {
    const { text, places } = marked('---\nid: api\nscope: «b»: c\n---\nAdd it.', 'order-api.md');
    expect(parse(text)).toMatchObject({ value: undefined, faults: [{ code: 'E_TASKS_SYNTAX', place: places[0] }] });
  });
  test('a brief among the fields is refused, and the text below counts', () => {
    const { text, places } = marked('---\n«brief»: this\n---\nAdd it.', 'order-api.md');
    const fault = {
      severity: 'error',
      code: 'E_TASKS_KEY',
      message: 'the brief of a Markdown task is the text below its fields',
      place: places[0],
      hint: 'Write it once: below the front matter.',
    };
    expect(parse(text)).toEqual({ value: { id: 'order-api', brief: 'Add it.' }, faults: [fault] });
  });
  test('fields that are no map are refused', () => {
    const { text, places } = marked('---\n«- a»\n---\nAdd it.', 'order-api.md');
    const fault = {
      severity: 'error',
      code: 'E_TASKS_TYPE',
      message: 'the front matter of "order-api.md" is no map',
      place: places[0],
      hint: 'Write fields between the two lines of dashes, for example:   scope: [api]',
    };
    expect(parse(text)).toEqual({ value: undefined, faults: [fault] });
  });
});
