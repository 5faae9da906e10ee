import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { chooseConfig } from '../find/choose-config.js';
import { PACKAGE_KEY } from '../find/find-config-files.js';
import { shownPath } from '../find/shown-path.js';
import type { ConfigWhere } from '../loaded.js';
import { diagnosticOf } from '../text/fault.js';
import { type Settings, setInJson, setInYaml } from './set-in-text.js';

const CODE = /\.[cm]?[jt]s$/;
const NEW_FILE = 'breakwater.config.yaml';

/**
 * Sets values at the top of the configuration that counts, or begins one in the repository's top folder. Answers with the file as
 * it is shown. The file is valid, for it was read before; it is replaced as a whole, so that nobody reads half of it.
 */
export async function changeConfig(where: ConfigWhere, settings: Settings): Promise<Result<string, readonly Diagnostic[]>> {
  const chosen = await chooseConfig(where);
  if (!chosen.ok) return chosen;
  const path = chosen.value.path ?? join(where.root, NEW_FILE);
  const file = shownPath(path, where.cwd, where.root);
  if (CODE.test(path)) return err([isCode(file, settings)]);
  try {
    const text = chosen.value.path === undefined ? '' : await readFile(path, 'utf8');
    await writeFile(`${path}.new`, changed(path, text, settings), { flag: 'wx' });
    await rename(`${path}.new`, path);
    return ok(file);
  } catch (error) {
    return err([notWritable(file, error)]);
  }
}

function changed(path: string, text: string, settings: Settings): string {
  if (basename(path) === 'package.json') return setInJson(text, settings, PACKAGE_KEY);
  return path.endsWith('.json') ? setInJson(text, settings) : setInYaml(text, settings);
}

function isCode(file: string, settings: Settings): Diagnostic {
  const wanted = Object.entries(settings)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ');
  return diagnosticOf({ code: 'E_CONFIG_CODE', message: `${file} is code and is left as it is`, hint: `Set in it  ${wanted}` });
}

function notWritable(file: string, error: unknown): Diagnostic {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return diagnosticOf({ code: 'E_CONFIG_WRITE', message: `${file} cannot be written (${why})`, hint: 'Nothing was changed.' });
}
