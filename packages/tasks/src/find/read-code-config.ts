import { pathToFileURL } from 'node:url';
import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { locateValue } from '../parse/locate-value.js';
import type { Located } from '../parse/located.js';
import { diagnosticOf } from '../text/fault.js';
import type { Source } from '../text/source.js';

/** Runs a configuration that is code, because a person named it. Its default export is the configuration. */
export async function readCodeConfig(path: string, file: string): Promise<Result<Located, readonly Diagnostic[]>> {
  const source: Source = { area: 'CONFIG', file, path, text: '' };
  const at = { source, start: 0, end: 0 };
  try {
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
    if (module['default'] !== undefined) return ok(locateValue(module['default'], at));
    return err([
      diagnosticOf({ code: 'E_CONFIG_CODE', message: `${file} exports no default`, at, hint: 'Write   export default { ... }' }),
    ]);
  } catch (error) {
    const message = `${file} cannot be run: ${error instanceof Error ? error.message : String(error)}`;
    return err([
      diagnosticOf({
        code: 'E_CONFIG_CODE',
        message,
        at,
        hint: 'Repair it, or write the configuration as YAML: breakwater.config.yaml',
      }),
    ]);
  }
}
