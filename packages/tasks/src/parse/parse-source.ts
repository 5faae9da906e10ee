import type { Source } from '../text/source.js';
import { parseJson } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';
import type { Parsed } from './parsed.js';

/** Text to values, by the name of the file: JSON when it says so, else YAML. */
export function parseSource(source: Source): Parsed {
  return source.path.endsWith('.json') ? parseJson(source) : parseYaml(source);
}
