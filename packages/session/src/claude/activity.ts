import { fewWords, fileName } from '../few-words.js';
import { type JsonRecord, textOf } from './json-value.js';

/** A tool call in a few words: `edits history.page.tsx`, `runs npm test`. */
export function activityText(tool: string, input: JsonRecord): string {
  const [verb, key, shorten] = TOOLS.get(tool) ?? ['uses', '', fewWords];
  return fewWords(`${verb} ${shorten(textOf(input[key]) ?? tool)}`);
}

/** Verb, the input that says on what, and how to shorten that. */
const TOOLS: ReadonlyMap<string, readonly [string, string, (text: string) => string]> = new Map([
  ['Edit', ['edits', 'file_path', fileName]],
  ['Write', ['writes', 'file_path', fileName]],
  ['NotebookEdit', ['edits', 'notebook_path', fileName]],
  ['Read', ['reads', 'file_path', fileName]],
  ['Bash', ['runs', 'command', fewWords]],
  ['Grep', ['searches', 'pattern', fewWords]],
  ['Glob', ['looks for', 'pattern', fewWords]],
]);
