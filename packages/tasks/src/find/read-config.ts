import { dirname, resolve } from 'node:path';
import { type Config, type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { configChecks } from '../checks/config-checks.js';
import { newerVersion } from '../checks/newer-version.js';
import { entryOf, type Located } from '../parse/located.js';
import { parseSource } from '../parse/parse-source.js';
import { resolveConfig } from '../resolve/resolve-config.js';
import { checkShape } from '../schema/check-shape.js';
import { writtenConfig } from '../schema/written-config.js';
import { readSource } from '../text/read-source.js';
import { chooseConfig } from './choose-config.js';
import { PACKAGE_KEY } from './find-config-files.js';
import type { Around } from './folders-upward.js';
import { readCodeConfig } from './read-code-config.js';
import { shownPath } from './shown-path.js';

/** The configuration and where it was written. */
export interface ReadConfig {
  readonly config: Config;
  /** As it is shown; undefined: there is none and all is default. */
  readonly file?: string;
  /** Its folder, absolute. */
  readonly folder?: string;
  readonly located?: Located;
  readonly warnings: readonly Diagnostic[];
}

/** The configuration a person named, or the nearest one found, or the defaults. */
export async function readConfig(
  where: Around & { readonly configFile?: string | undefined },
): Promise<Result<ReadConfig, readonly Diagnostic[]>> {
  const chosen = await chooseConfig(where);
  if (!chosen.ok) return chosen;
  const { path, warnings } = chosen.value;
  if (path === undefined) return ok({ config: resolveConfig({}), warnings });
  const file = shownPath(path, where.cwd, where.root);
  const located = await locatedConfig(path, file);
  if (!located.ok) return located;
  const origin = { file, folder: dirname(path), ...(located.value === undefined ? {} : { located: located.value }) };
  const checked = located.value === undefined ? ok({ config: resolveConfig({}), warnings: [] }) : check(located.value);
  return checked.ok
    ? ok({ ...origin, config: checked.value.config, warnings: [...warnings, ...checked.value.warnings] })
    : checked;
}

const CODE = /\.[cm]?[jt]s$/;

/** Undefined: the file says nothing. */
async function locatedConfig(path: string, file: string): Promise<Result<Located | undefined, readonly Diagnostic[]>> {
  if (CODE.test(path)) return readCodeConfig(path, file);
  const source = await readSource({ area: 'CONFIG', file, path: resolve(path) });
  if (!source.ok) return err([source.error]);
  const parsed = parseSource(source.value);
  if (!parsed.ok || !path.endsWith('package.json')) return parsed;
  return ok(entryOf(parsed.value, PACKAGE_KEY)?.value);
}

function check(
  located: Located,
): Result<{ readonly config: Config; readonly warnings: readonly Diagnostic[] }, readonly Diagnostic[]> {
  const newer = newerVersion(located);
  if (newer.length > 0) return err(newer);
  const { value: written, faults } = checkShape(writtenConfig, located);
  if (written === undefined) return err(faults);
  const found = configChecks.flatMap((find) => find({ written, located }));
  return found.some(({ severity }) => severity === 'error')
    ? err(found)
    : ok({ config: resolveConfig(written), warnings: found });
}
