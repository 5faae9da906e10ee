import type { Diagnostic, Result } from '@breakwater/model';
import type { Source } from '../text/source.js';
import type { Located } from './located.js';
import { parseJson } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';

/** Text to values, by the name of the file: JSON when it says so, else YAML. Undefined: the file holds nothing. */
export function parseSource(source: Source): Result<Located | undefined, readonly Diagnostic[]> {
  return source.path.endsWith('.json') ? parseJson(source) : parseYaml(source);
}
