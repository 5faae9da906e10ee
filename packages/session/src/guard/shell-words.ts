import { splitCompound } from '../claude/split-compound.js';

/** One simple command as a shell would see it, quotes taken away. A word that only a running shell can know is undefined. */
export interface SimpleCommand {
  readonly words: readonly (string | undefined)[];
  /** Files it sends its output to. */
  readonly outputs: readonly (string | undefined)[];
}

/** A shell command in parts. Made for reading what people and models usually write, not for judging what a shell could be made to do. */
export function shellCommands(command: string): readonly SimpleCommand[] {
  return splitCompound(withoutHeredocs(command)).map(simpleCommand);
}

/** What is fed to a command is no command. */
function withoutHeredocs(command: string): string {
  const kept: string[] = [];
  let end: string | undefined;
  for (const line of command.split('\n')) {
    if (end === undefined) kept.push(line);
    else if (line.trim() === end) end = undefined;
    end ??= kept.at(-1) === line ? HEREDOC.exec(line)?.[2] : undefined;
  }
  return kept.join('\n');
}

const HEREDOC = /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/;

function simpleCommand(text: string): SimpleCommand {
  const words: (string | undefined)[] = [];
  const outputs: (string | undefined)[] = [];
  let toOutput = false;
  for (const [token] of text.matchAll(WORDS)) {
    if (OUTPUT.test(token)) toOutput = true;
    else if (toOutput) {
      outputs.push(wordOf(token));
      toOutput = false;
    } else if (!OTHER_REDIRECTION.test(token)) words.push(wordOf(token));
  }
  return { words, outputs };
}

/** `2>&1` and input; output to a file; or a word: quoted pieces and plain ones, close together. */
const WORDS = /\d*>&\d|\d*<[<&-]*|(?:\d|&)?>[>|]?|(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s<>'"\\])+/g;
const OUTPUT = /^(?:\d|&)?>[>|]?$/;
const OTHER_REDIRECTION = /^\d*(?:>&\d|<[<&-]*)$/;

/** Undefined when the shell would put something in its place: a variable, a command, names that match a pattern. */
function wordOf(token: string): string | undefined {
  const bare = token.replace(/'[^']*'/g, '');
  if (/[$`]/.test(bare) || /[*?[{~]/.test(bare.replace(/"(?:[^"\\]|\\.)*"/g, ''))) return undefined;
  return token.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single?: string, double?: string, escaped?: string) => {
    return single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '';
  });
}
