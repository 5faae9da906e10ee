import { resolve } from 'node:path';
import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { diagnosticOf } from '../text/fault.js';
import { type ConfigFile, findConfigFiles } from './find-config-files.js';
import { type Around, foldersUpward } from './folders-upward.js';
import { shownPath } from './shown-path.js';

/** Which configuration counts. */
export interface ChosenConfig {
  /** Absolute; undefined: none. */
  readonly path?: string;
  readonly warnings: readonly Diagnostic[];
}

/** The file a person named; else the nearest that is data. Code that was merely found is refused, what is passed over is named. */
export async function chooseConfig({
  configFile,
  ...around
}: Around & { readonly configFile?: string | undefined }): Promise<Result<ChosenConfig, readonly Diagnostic[]>> {
  if (configFile !== undefined) return ok({ path: resolve(around.cwd, configFile), warnings: [] });
  const [first, ...others] = await findConfigFiles(await foldersUpward(around));
  const shown = ({ path }: ConfigFile): string => shownPath(path, around.cwd, around.root);
  if (first === undefined) return ok({ warnings: [] });
  if (first.kind === 'code') return err([codeFound(shown(first))]);
  return ok({ path: first.path, warnings: others.length === 0 ? [] : [passedOver(shown(first), others.map(shown))] });
}

function codeFound(file: string): Diagnostic {
  return diagnosticOf({
    code: 'E_CONFIG_CODE',
    message: `${file} is code, and a configuration that was merely found is not run`,
    hint: `Write it as breakwater.config.yaml or breakwater.config.json, or name it yourself:  --config ${file}`,
  });
}

function passedOver(winner: string, others: readonly string[]): Diagnostic {
  const them = others.length === 1 ? 'it is' : 'they are';
  return diagnosticOf({
    severity: 'warning',
    code: 'W_CONFIG_IGNORED',
    message: `${winner} is used, so ${others.join(' and ')} ${others.length === 1 ? 'is' : 'are'} not read`,
    hint: `Configurations are not merged: keep one, or name one with --config where ${them} needed.`,
  });
}
