import { pathToFileURL } from 'node:url';
import { locateValue } from '../parse/locate-value.js';
import { type Parsed, unreadable } from '../parse/parsed.js';
import { diagnosticOf } from '../text/fault.js';
import type { Source } from '../text/source.js';

/** Runs a configuration that is code, because a person named it. Its default export is the configuration. */
export async function readCodeConfig(path: string, file: string): Promise<Parsed> {
  const source: Source = { area: 'CONFIG', file, path, text: '' };
  const at = { source, start: 0, end: 0 };
  try {
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
    if (module['default'] !== undefined) return { value: locateValue(module['default'], at), faults: [] };
    return unreadable([
      diagnosticOf({ code: 'E_CONFIG_CODE', message: `${file} exports no default`, at, hint: 'Write   export default { ... }' }),
    ]);
  } catch (error) {
    const message = `${file} cannot be run: ${error instanceof Error ? error.message : String(error)}`;
    return unreadable([
      diagnosticOf({
        code: 'E_CONFIG_CODE',
        message,
        at,
        hint: 'Repair it, or write the configuration as YAML: breakwater.config.yaml',
      }),
    ]);
  }
}
