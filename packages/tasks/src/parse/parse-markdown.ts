import { basename } from 'node:path';
import type { Diagnostic } from '@breakwater/model';
import { codeOf, diagnosticOf } from '../text/fault.js';
import { quoted } from '../text/quoted.js';
import type { Source, Spot } from '../text/source.js';
import { entryOf, type Located, type LocatedEntry, type LocatedMap } from './located.js';
import { parseYaml } from './parse-yaml.js';
import { type Parsed, unreadable } from './parsed.js';

/** One task: its fields in YAML between two lines of dashes, its brief below them. Its id, if not said, is the file's name. */
export function parseMarkdown(source: Source): Parsed {
  const matter = frontMatter(source.text);
  const { value: fields, faults } = parseYaml(source, matter.from, matter.to);
  if (fields === undefined && faults.length > 0) return unreadable(faults);
  const value = fields ?? emptyMap(source);
  if (value.kind !== 'map') return unreadable([noMap(source, value)]);
  const brief = entryOf(value, 'brief');
  return { value: completed(value, source, matter.body), faults: brief === undefined ? faults : [...faults, briefTwice(brief)] };
}

function emptyMap(source: Source): LocatedMap {
  return { kind: 'map', spot: spotOf(source, 0, 0), entries: [] };
}

/** The first and the last line of the fields, and where the text begins; all 0 without fields. */
function frontMatter(text: string): { readonly from: number; readonly to: number; readonly body: number } {
  const [open = ''] = /^---[ \t]*\r?\n/.exec(text) ?? [];
  if (open === '') return { from: 0, to: 0, body: 0 };
  const closing = /^---[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = open.length;
  const close = closing.exec(text);
  if (close === null) return { from: open.length, to: text.length, body: text.length };
  return { from: open.length, to: close.index, body: close.index + close[0].length };
}

function completed(fields: LocatedMap, source: Source, body: number): LocatedMap {
  const brief = entry('brief', source.text.slice(body).trim(), textSpot(source, body));
  const id = entry('id', basename(source.path, '.md'), spotOf(source, 0, 0));
  const heading = headingOf(brief.written);
  const title = heading === '' ? [] : [entry('title', heading, brief.entry.keySpot).entry];
  const missing = [id.entry, ...title].filter(({ key }) => entryOf(fields, key) === undefined);
  const written = fields.entries.filter(({ key }) => key !== 'brief');
  return { ...fields, entries: [...written, ...missing, brief.entry] };
}

/** The heading a text begins with, or nothing. Closing marks are no part of it when a space is before them: `# Port it to C#` has none. */
function headingOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  if (!/^#[ \t]/.test(line)) return '';
  const marked = line.slice(1).trimEnd();
  return marked.replace(/(?<=[ \t])#+$/, '').trim();
}

function entry(key: string, text: string, spot: Spot): { readonly written: string; readonly entry: LocatedEntry } {
  return { written: text, entry: { key, keySpot: spot, value: { kind: 'scalar', spot, value: text, written: text } } };
}

/** From the first character that is seen to the end. */
function textSpot(source: Source, body: number): Spot {
  const start = source.text.slice(body).search(/\S/);
  return spotOf(source, start === -1 ? body : body + start, source.text.length);
}

function spotOf(source: Source, start: number, end: number): Spot {
  return { source, start, end };
}

function noMap(source: Source, { spot }: Located): Diagnostic {
  const hint = 'Write fields between the two lines of dashes, for example:   scope: [api]';
  return diagnosticOf({
    code: codeOf(source.area, 'TYPE'),
    message: `the front matter of ${quoted(source.file)} is no map`,
    at: spot,
    hint,
  });
}

function briefTwice({ keySpot }: LocatedEntry): Diagnostic {
  const hint = 'Write it once: below the front matter.';
  return diagnosticOf({
    code: codeOf(keySpot.source.area, 'KEY'),
    message: 'the brief of a Markdown task is the text below its fields',
    at: keySpot,
    hint,
  });
}
