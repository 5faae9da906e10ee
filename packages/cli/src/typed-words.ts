import { FLAGS } from './flags.js';

const HELP = '--help';

/** `help` and `help plan`, as people type them, are `--help` and `plan --help`; of a command there is none the parser says that. */
export function asTyped(words: readonly string[], commands: readonly string[]): readonly string[] {
  const [first, command = HELP] = words;
  if (first !== 'help') return words;
  if (command === HELP || command === 'help') return [HELP];
  return commands.includes(command) ? [command, HELP] : [command];
}

/** What is wrong with flags that stand before the name of a command: the parser would only say that it knows none of them. */
export function flagsFirst(words: readonly string[], commands: readonly string[]): string | undefined {
  const [first = ''] = words;
  const name = first.split('=', 1)[0] ?? '';
  if (!Object.values(FLAGS).some((flag) => flag.long === name || flag.short === name)) return undefined;
  const command = words.find((word) => commands.includes(word)) ?? 'plan';
  return `flags follow the name of the command: breakwater ${command} ${name}`;
}
