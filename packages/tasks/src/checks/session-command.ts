import { RULES } from '../schema/rules.js';
import { quoted } from '../text/quoted.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';

/** Programs are started without a shell, so what only a shell understands is a mistake. */
export const sessionCommand: ConfigCheck = ({ written, located }) => {
  const code = 'E_SESSION_COMMAND';
  const { claude, runner } = written;
  const name = claude?.command;
  const parts = runner?.kind === 'command' ? runner.command : [];
  const says = name === undefined ? undefined : problemOf(name, /[|&;<>()$`"'*?\n\r\0]/);
  const ofClaude = {
    code,
    message: `claude.command is ${quoted(name ?? '')}, which ${says}`,
    hint: RULES['claude-command'].allowed,
  };
  const ofRunner = parts.flatMap((part, at) => {
    const problem = at === 0 ? problemOf(part, /[\0]/) : part.includes('\0') ? 'holds a NUL character' : undefined;
    const message = `runner.command[${at}] is ${quoted(part)}, which ${problem}`;
    return problem === undefined
      ? []
      : [faultAt(located, ['runner', 'command', at], { code, message, hint: RULES['runner-command'].allowed })];
  });
  return [...(says === undefined ? [] : [faultAt(located, ['claude', 'command'], ofClaude)]), ...ofRunner];
};

function problemOf(program: string, forbidden: RegExp): string | undefined {
  if (program.trim() === '') return 'names no program';
  const found = forbidden.exec(program)?.[0];
  return found === undefined ? undefined : `holds ${quoted(found)}`;
}
