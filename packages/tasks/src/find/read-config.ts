import { basename, dirname } from 'node:path';
import { type Config, type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { configChecks } from '../checks/config-checks.js';
import { newerVersion } from '../checks/newer-version.js';
import { entryOf, type Located } from '../parse/located.js';
import { parseSource } from '../parse/parse-source.js';
import { type Parsed, unreadable } from '../parse/parsed.js';
import { resolveConfig } from '../resolve/resolve-config.js';
import { checkShape } from '../schema/check-shape.js';
import { type WrittenConfig, writtenConfig } from '../schema/written-config.js';
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
  const { value: located, faults } = await parsedConfig(path, file);
  const judged = located === undefined ? NOTHING_WRITTEN : judge(located);
  const found = [...faults, ...judged.found, ...warnings];
  if (found.some(({ severity }) => severity === 'error')) return err(found);
  const origin = { file, folder: dirname(path), ...(located === undefined ? {} : { located }) };
  return ok({ ...origin, config: resolveConfig(judged.written), warnings: found });
}

const CODE = /\.[cm]?[jt]s$/;

async function parsedConfig(path: string, file: string): Promise<Parsed> {
  if (CODE.test(path)) return readCodeConfig(path, file);
  const source = await readSource({ area: 'CONFIG', file, path });
  if (!source.ok) return unreadable([source.error]);
  const { value, faults } = parseSource(source.value);
  return { value: basename(path) === 'package.json' ? entryOf(value, PACKAGE_KEY)?.value : value, faults };
}

interface Judged {
  readonly written: WrittenConfig;
  readonly found: readonly Diagnostic[];
}

const NOTHING_WRITTEN: Judged = { written: {}, found: [] };

function judge(located: Located): Judged {
  const newer = newerVersion(located);
  if (newer.length > 0) return { written: {}, found: newer };
  const { fields: written, faults } = checkShape(writtenConfig, located);
  return { written, found: [...faults, ...configChecks.flatMap((find) => find({ written, located }))] };
}
