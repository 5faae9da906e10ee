import { parseMarkdown } from '../parse/parse-markdown.js';
import type { Source } from '../text/source.js';
import { readTask } from './read-task.js';
import { faultySheet, type Sheet } from './sheet.js';

/** A Markdown file is one task. */
export function readMarkdown(source: Source): Sheet {
  const { value, faults } = parseMarkdown(source);
  if (value === undefined) return faultySheet(faults);
  const read = readTask(value, 1);
  return { tasks: [read.task], complete: true, defaults: undefined, faults: [...faults, ...read.faults] };
}
