import { parseDocument } from 'yaml';

/** Keys and values to set at the top of a configuration. */
export type Settings = Readonly<Record<string, string | number>>;

/** YAML with the values set: comments, order and everything else stay. */
export function setInYaml(text: string, settings: Settings): string {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  for (const [key, value] of Object.entries(settings)) document.set(key, value);
  return document.toString({ lineWidth: 0 });
}

/** JSON with the values set, below `key` if one is given; indented as it was. */
export function setInJson(text: string, settings: Settings, key?: string): string {
  const whole: Record<string, unknown> = JSON.parse(text);
  const changed = key === undefined ? { ...whole, ...settings } : { ...whole, [key]: { ...asObject(whole[key]), ...settings } };
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? 2;
  return `${JSON.stringify(changed, null, indent)}\n`;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
