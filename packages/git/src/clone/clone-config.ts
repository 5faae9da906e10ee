import type { Git } from '../git.js';

/**
 * What a clone takes over from the repository's own configuration: how files are written and who commits. Nothing that starts a program,
 * no remote, no hook. What the person has set for all repositories holds in a clone as it does everywhere.
 */
const CARRIED: readonly string[] = [
  'core.autocrlf',
  'core.eol',
  'core.excludesfile',
  'core.filemode',
  'core.ignorecase',
  'core.precomposeunicode',
  'core.quotepath',
  'core.safecrlf',
  'core.symlinks',
  'merge.conflictstyle',
  'user.email',
  'user.name',
];

/** For a clone that lives as long as a session: collecting in it would only cost time. */
const OWN = [
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
] as const;

export async function cloneConfig(git: Git): Promise<string> {
  const { stdout } = await git.run(['config', '--local', '--includes', '--null', '--list'], { accept: [0, 1] });
  const entries = stdout.toString('utf8').split('\0').map(entryOf);
  return configText([...entries.filter(([key]) => CARRIED.includes(key)), ...OWN]);
}

/** Key, line break, value; a key alone means true. */
function entryOf(entry: string): readonly [string, string] {
  const end = entry.indexOf('\n');
  return end === -1 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)];
}

/** Settings as git reads them from a file. Keys have two parts. */
export function configText(settings: readonly (readonly [key: string, value: string])[]): string {
  return settings
    .map(([key, value]) => {
      const [section = '', name = ''] = key.split('.');
      return `[${section}]\n\t${name} = "${quoted(value)}"\n`;
    })
    .join('');
}

function quoted(value: string): string {
  return value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}
