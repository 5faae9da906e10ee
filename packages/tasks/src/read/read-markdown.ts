import { parseMarkdown } from '../parse/parse-markdown.js';
import type { Source } from '../text/source.js';
import { readTask } from './read-task.js';
import { faultySheet, type Sheet } from './sheet.js';

/** A Markdown file is one task. */
export function readMarkdown(source: Source): Sheet {
  const parsed = parseMarkdown(source);
  if (!parsed.ok) return faultySheet(parsed.error);
  const { task, faults } = readTask(parsed.value, 1);
  return { tasks: [task], defaults: undefined, faults };
}
