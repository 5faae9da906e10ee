import { expectedFailure, version } from '@breakwater/api';
import { safeLines } from '@breakwater/report';
import { Command } from 'commander';
import { type Context, fail } from './command.js';
import { backtestCommand } from './commands/backtest.js';
import { demoCommand } from './commands/demo.js';
import { doctorCommand } from './commands/doctor.js';
import { executeCommand } from './commands/execute.js';
import { explainCommand } from './commands/explain.js';
import { initCommand } from './commands/init.js';
import { logsCommand } from './commands/logs.js';
import { planCommand } from './commands/plan.js';
import { approveCommand, landCommand, rejectCommand, retryCommand, undoCommand } from './commands/review.js';
import { cleanCommand, resumeCommand, statusCommand, stopCommand } from './commands/runs.js';
import type { ExitCode } from './exit-code.js';
import { FLAGS, type FlagName, PLANNING } from './flags.js';
import { about } from './io.js';
import { backtestFlags, doctorFlags, executeFlags, planFlags, runFlags, type Typed } from './typed-flags.js';

interface CommandRow {
  readonly name: string;
  readonly says: string;
  readonly flags: readonly FlagName[];
  readonly run: (typed: Typed, positional: readonly string[], context: Context) => Promise<ExitCode>;
}

/** Every command once, in the order of the help. */
const COMMANDS: readonly CommandRow[] = [
  {
    name: 'plan',
    says: 'show the waves that are safe to run side by side',
    flags: [...PLANNING, 'json', 'mermaid', 'html', 'out', 'prompt', 'verbose'],
    run: (typed, _, context) => planCommand(planFlags(typed), context),
  },
  {
    name: 'execute [plan]',
    says: 'run them, one Claude Code session per task',
    flags: [
      ...PLANNING,
      'budget',
      'fence',
      'sandbox',
      'isolation',
      'review',
      'onFailure',
      'runner',
      'dryRun',
      'replan',
      'yes',
      'json',
    ],
    run: (typed, [file], context) => executeCommand(executeFlags(typed, file), context),
  },
  {
    name: 'resume [run]',
    says: 'go on with a run that was interrupted or killed',
    flags: ['repo', 'json'],
    run: (typed, [run], context) => resumeCommand(runFlags(typed, run), context),
  },
  {
    name: 'status [run]',
    says: 'where a run stands',
    flags: ['repo', 'json'],
    run: (typed, [run], context) => statusCommand(runFlags(typed, run), context),
  },
  {
    name: 'stop',
    says: 'stop the run of this repository; it can be resumed',
    flags: ['repo', 'json'],
    run: (typed, _, context) => stopCommand(runFlags(typed, undefined), context),
  },
  {
    name: 'logs <task> [run]',
    says: 'what the session of a task wrote',
    flags: ['repo', 'json'],
    run: (typed, [task = '', run], context) => logsCommand(task, runFlags(typed, run), context),
  },
  {
    name: 'approve [tasks] [run]',
    says: 'let work that waits for your review be integrated, and go on',
    flags: ['repo', 'json'],
    run: (typed, [tasks, run], context) => approveCommand(tasks, runFlags(typed, run), context),
  },
  {
    name: 'reject <task> [run]',
    says: 'give back work that waits for your review',
    flags: ['repo', 'reason', 'json'],
    run: (typed, [task = '', run], context) => rejectCommand(task, { ...runFlags(typed, run), reason: typed.reason }, context),
  },
  {
    name: 'retry <task> [run]',
    says: 'run a failed or held task again, and go on',
    flags: ['repo', 'json'],
    run: (typed, [task = '', run], context) => retryCommand(task, runFlags(typed, run), context),
  },
  {
    name: 'undo [run]',
    says: 'take back the task that was integrated last',
    flags: ['repo', 'landing', 'json'],
    run: (typed, [run], context) => undoCommand({ ...runFlags(typed, run), landing: typed.landing === true }, context),
  },
  {
    name: 'land [run]',
    says: 'move the branch the run started from to what is integrated',
    flags: ['repo', 'json'],
    run: (typed, [run], context) => landCommand(runFlags(typed, run), context),
  },
  {
    name: 'clean [run]',
    says: 'remove the worktrees of ended runs, never unsaved work',
    flags: ['repo', 'json'],
    run: (typed, [run], context) => cleanCommand(runFlags(typed, run), context),
  },
  {
    name: 'explain <task> [other]',
    says: 'why a task is in its wave, or how it stands to another one',
    flags: [...PLANNING, 'json'],
    run: (typed, [task = '', other], context) => explainCommand(task, other, planFlags(typed), context),
  },
  {
    name: 'backtest',
    says: 'how far to trust the prediction here, measured on past commits',
    flags: ['repo', 'base', 'concurrency', 'commits', 'config', 'write', 'json'],
    run: (typed, _, context) => backtestCommand(backtestFlags(typed), context),
  },
  {
    name: 'doctor',
    says: 'what a run lacks here, and what killed runs left',
    flags: ['repo', 'repair', 'json'],
    run: (typed, _, context) => doctorCommand(doctorFlags(typed), context),
  },
  {
    name: 'init',
    says: 'write a tasks file to start from',
    flags: ['repo', 'json'],
    run: (typed, _, context) => initCommand(runFlags(typed, undefined), context),
  },
  {
    name: 'demo',
    says: 'see it work on a small monorepo, without an account',
    flags: ['live', 'json'],
    run: (typed, _, context) => demoCommand({ live: typed.live === true, json: typed.json === true }, context),
  },
];

/** The flags of one command by its name, in the order of its help. */
export function flagsOf(command: string): readonly FlagName[] {
  const row = COMMANDS.find(({ name }) => name.split(' ')[0] === command);
  if (row === undefined) throw new Error(`Internal error: no command ${command}`);
  return row.flags;
}

const EXAMPLES = `
Examples:
  breakwater demo                         watch eight tasks run in waves
  breakwater init && breakwater plan      start in your own repository
  breakwater execute --budget 10          run the plan, ten dollars at most

Exit codes: 0 done, 1 some tasks failed or were held, 2 bad input, 3 the state of
the repository is refused, 4 another run holds it, 5 something is missing here,
6 damage found, 130 and 143 interrupted.`;

/** The command line. Answers through `ended`, because the parser itself answers nothing. */
export function buildProgram(context: Context, ended: (code: ExitCode) => void): Command {
  const program = new Command('breakwater')
    .description('Run several Claude Code sessions on one monorepo at once, arranged so that they do not collide.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .configureHelp({ subcommandTerm })
    .addHelpText('after', EXAMPLES)
    .configureOutput({
      writeOut: context.io.out,
      writeErr: context.io.err,
      // It holds what was typed, and that may have come from anywhere.
      outputError: (text, write) => write(safeLines(text)),
      getOutHelpWidth: () => context.io.outView.columns,
      getErrHelpWidth: () => context.io.errView.columns,
    })
    .exitOverride();
  for (const row of COMMANDS) addCommand(program, row, context, ended);
  return program;
}

/** `execute [plan]`: that each takes options goes without saying. */
function subcommandTerm(command: Command): string {
  const words = command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`));
  return [command.name(), ...words].join(' ');
}

function addCommand(program: Command, row: CommandRow, context: Context, ended: (code: ExitCode) => void): void {
  const command = program.command(row.name).description(row.says);
  for (const flag of row.flags) command.addOption(FLAGS[flag]);
  command.action(async (...given: readonly unknown[]) => {
    const positional = given.slice(0, -2).filter((one): one is string => typeof one === 'string');
    const typed = command.opts<Typed>();
    const here = { ...context, io: about(typed.repo, context.io) };
    ended(await row.run(typed, positional, here).catch((error) => refused(error, typed, here)));
  });
}

/** Most failures are told where they arise. */
function refused(error: unknown, { json = false }: Typed, context: Context): ExitCode {
  const failure = expectedFailure(error);
  if (failure === undefined) throw error;
  return fail(failure, context, json);
}
