import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { readConfig } from './find/read-config.js';
import type { ConfigWhere, LoadedConfig } from './loaded.js';
import { limited } from './text/limited.js';

/** The configuration of a repository, with every default applied. Finds no configuration: all is default. Errors: every fault of the file. */
export async function loadConfig(where: ConfigWhere): Promise<Result<LoadedConfig, readonly Diagnostic[]>> {
  const read = await readConfig(where);
  if (!read.ok) return err(limited(read.error));
  const { config, file, warnings } = read.value;
  return ok({ config, warnings: limited(warnings), ...(file === undefined ? {} : { configFile: file }) });
}
