import { FLAGS, type FlagName, flagsOf } from 'breakwater';

type Command = 'plan' | 'execute';
type Property = Readonly<Record<string, unknown>>;

const TITLES: Readonly<Record<Command, { readonly title: string; readonly description: string }>> = {
  plan: { title: 'Plan', description: 'Show the waves of tasks that are safe to run side by side.' },
  execute: { title: 'Execute', description: 'Run them, one Claude Code session per task, each in its own worktree.' },
};

/** What the command line takes as an argument, and an executor as an option. */
const ARGUMENTS: Readonly<Record<Command, Readonly<Record<string, Property>>>> = {
  plan: {},
  execute: { plan: { type: 'string', description: 'a plan document made before: run exactly that' } },
};

/** The options of an executor, from the flags of the command: the schema's only source. */
export function schemaOf(command: Command): object {
  const flags = flagsOf(command).map((flag) => [flag, propertyOf(flag)] as const);
  return {
    $schema: 'https://json-schema.org/schema',
    $id: `Breakwater${TITLES[command].title}`,
    ...TITLES[command],
    type: 'object',
    additionalProperties: false,
    properties: { ...ARGUMENTS[command], ...Object.fromEntries(flags) },
    required: [],
  };
}

/** A default of a value is the configuration's affair: one written here would override what stands there. */
function propertyOf(flag: FlagName): Property {
  const { description, short, argChoices } = FLAGS[flag];
  const aliases = short === undefined ? {} : { aliases: [short.slice(1)] };
  if (FLAGS[flag].isBoolean()) return { type: 'boolean', description, default: false, ...aliases };
  if (argChoices !== undefined) return { type: 'string', description, enum: argChoices, ...aliases };
  return { type: isNumber(FLAGS[flag].flags) ? 'number' : 'string', description, ...aliases };
}

function isNumber(flags: string): boolean {
  return /<(?:n|usd)>$/.test(flags);
}
