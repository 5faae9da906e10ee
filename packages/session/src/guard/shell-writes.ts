import { join } from 'node:path';
import { type SimpleCommand, shellCommands } from './shell-words.js';

/**
 * Files a shell command says it will write, relative to where it starts or absolute, each once. It finds what is plainly there:
 * output sent to a file, and the usual commands that change files. What it misses is seen in the worktree right afterwards.
 */
export function shellWrites(command: string): readonly string[] {
  let folder = '';
  const found: string[] = [];
  for (const one of shellCommands(command)) {
    const [program = '', ...rest] = withoutVariables(one.words);
    if (program === 'cd') folder = rest[0] === undefined ? folder : at(folder, rest[0]);
    else for (const file of [...one.outputs.filter(isKnown), ...written(program, rest)]) found.push(at(folder, file));
  }
  return [...new Set(found)].filter((file) => !file.startsWith('/dev/'));
}

type Words = SimpleCommand['words'];

/** `A=1 cmd`: the command is what follows. */
function withoutVariables(words: Words): Words {
  const first = words.findIndex((word) => word === undefined || !/^\w+=/.test(word));
  return first === -1 ? [] : words.slice(first);
}

function at(folder: string, file: string): string {
  return file.startsWith('/') || folder === '' ? file : join(folder, file);
}

function isKnown(word: string | undefined): word is string {
  return word !== undefined;
}

/** By program: which of its arguments are files that change. */
const WRITERS = new Map<string, (files: readonly string[], flags: readonly string[]) => readonly string[]>([
  ['touch', (files) => files],
  ['tee', (files) => files],
  ['rm', (files) => files],
  ['truncate', (files) => files],
  ['mv', (files) => [...files, ...intoFolder(files)]],
  ['cp', (files) => [...files.slice(-1), ...intoFolder(files)]],
  ['ln', (files) => files.slice(-1)],
  // The script is the first argument unless a flag names it.
  ['sed', (files, flags) => (flags.some(isInPlace) ? files.slice(flags.some(isScript) ? 0 : 1) : [])],
]);

/** Flags whose next word is their value and no file. */
const WITH_VALUE = new Map<string, ReadonlySet<string>>([
  ['sed', new Set(['-e', '-f', '--expression', '--file'])],
  ['touch', new Set(['-d', '-t', '-r', '--date', '--reference'])],
  ['truncate', new Set(['-s', '-r', '--size', '--reference'])],
]);

function written(program: string, rest: Words): readonly string[] {
  const known = withoutValues(program, rest).filter(isKnown);
  if (program === 'git') return known[0] === 'mv' || known[0] === 'rm' ? written(known[0], rest.slice(1)) : [];
  const flags = known.filter((word) => word.startsWith('-'));
  const files = known.filter((word) => !word.startsWith('-'));
  return WRITERS.get(program)?.(files, flags) ?? [];
}

function withoutValues(program: string, words: Words): Words {
  const flags = WITH_VALUE.get(program);
  return flags === undefined ? words : words.filter((_, at) => !flags.has(words[at - 1] ?? ''));
}

function isScript(flag: string): boolean {
  return /^(-[ef]|--expression|--file)/.test(flag);
}

function isInPlace(flag: string): boolean {
  return /^-[a-zA-Z]*i/.test(flag) || flag.startsWith('--in-place');
}

/** When the last one is a folder, the others go below it. */
function intoFolder(files: readonly string[]): readonly string[] {
  const folder = files.at(-1) ?? '';
  return files.slice(0, -1).map((file) => join(folder, file.slice(file.lastIndexOf('/') + 1)));
}
