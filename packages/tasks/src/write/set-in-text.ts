import { parseDocument } from 'yaml';

/** Keys and values to set at the top of a configuration. */
export type Settings = Readonly<Record<string, string | number>>;

/** YAML with the values set: comments, order and everything else stay. */
export function setInYaml(text: string, settings: Settings): string {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  for (const [key, value] of Object.entries(settings)) document.set(key, value);
  return likeBefore(text, document.toString({ lineWidth: 0 }));
}

/** JSON with the values set, below `key` if one is given; indented as it was. */
export function setInJson(text: string, settings: Settings, key?: string): string {
  const plain = text.replace(MARK, '');
  const whole: Record<string, unknown> = JSON.parse(plain);
  const changed = key === undefined ? { ...whole, ...settings } : { ...whole, [key]: { ...asObject(whole[key]), ...settings } };
  const indent = /^[{[]\r?\n([ \t]+)/.exec(plain)?.[1] ?? 2;
  return likeBefore(text, `${JSON.stringify(changed, null, indent)}\n`);
}

/** A byte order mark, which editors on Windows write. */
const MARK = /^\ufeff/;

/** With the mark and the line ends that were there. */
function likeBefore(text: string, changed: string): string {
  const mark = MARK.test(text) ? '\ufeff' : '';
  return mark + (text.includes('\r\n') ? changed.replace(/\r?\n/g, '\r\n') : changed);
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
