import { InvalidArgumentError, Option } from 'commander';

/** Every flag once: parsing, help and did-you-mean come from this table. */
export const FLAGS = {
  repo: new Option('--repo <folder>', 'the repository, if not the present folder').argParser(parseText),
  tasks: new Option('--tasks <file>', 'tasks file, or a folder with one Markdown file per task').argParser(parseText),
  config: new Option('--config <file>', 'configuration file').argParser(parseText),
  base: new Option('--base <revision>', 'commit to work from, if not the checked-out branch').argParser(parseText),
  only: new Option('--only <ids>', 'only these tasks, separated by commas').argParser(parseIds),
  concurrency: new Option('--concurrency <n>', 'sessions at once (default: 3)').argParser(parseConcurrency),
  caution: new Option('--caution <how>', 'how much predicted risk may cost in waves').choices(['fast', 'balanced', 'careful']),
  schedule: new Option('--schedule <how>', 'waves, or each task as soon as what blocks it is integrated').choices([
    'waves',
    'stream',
  ]),
  effort: new Option('--effort <how>', 'how long to search for a better arrangement').choices(['low', 'default', 'more', 'high']),
  scout: new Option('--scout', 'ask a read-only session about each task first, limited to $0.20 each'),
  json: new Option('--json', 'one JSON document on stdout (execute: one record a line)'),
  mermaid: new Option('--mermaid', 'the plan as a Mermaid diagram').conflicts('json'),
  html: new Option('--html <file>', 'also write the plan as a page to a new file')
    .argParser(parseText)
    .conflicts(['json', 'mermaid']),
  verbose: new Option('-v, --verbose', 'every file, every reason'),
  out: new Option('--out <file>', 'also write the plan document to a new file').argParser(parseText),
  prompt: new Option('--prompt <task>', 'show what the session of a task would receive')
    .argParser(parseText)
    .conflicts(['mermaid', 'html', 'out']),
  runner: new Option('--runner <kind>', 'what runs a task').choices(['claude', 'command']),
  fence: new Option('--fence <how>', 'which files a session may write (default: open)').choices(['open', 'closed', 'off']),
  sandbox: new Option('--sandbox <when>', 'whether sessions run in a sandbox, bubblewrap (default: off)').choices([
    'off',
    'auto',
    'required',
  ]),
  isolation: new Option('--isolation <how>', 'where sessions work (default: worktree)').choices(['worktree', 'clone']),
  budget: new Option('--budget <usd>', 'dollars for the whole run').argParser(parseUsd),
  commits: new Option('--commits <n>', 'past commits to look at (default: 400)').argParser(parseCommits),
  write: new Option('--write', 'set in the configuration what is recommended'),
  onFailure: new Option(
    '--on-failure <what>',
    'when a task fails: start nothing new, continue, or end all (default: continue)',
  ).choices(['no-new', 'continue', 'kill']),
  review: new Option('--review <when>', 'integrate only what you approve, each task or wave by wave (default: none)').choices([
    'none',
    'wave',
    'task',
  ]),
  reason: new Option('--reason <text>', 'why it is rejected').argParser(parseText),
  repair: new Option('--repair', 'remove what killed runs left; only ours, and nothing that holds work'),
  yes: new Option('-y, --yes', 'do not ask'),
  dryRun: new Option('--dry-run', 'show what would run; start nothing'),
  replan: new Option('--replan', 'with a plan file: go on with the new plan if it differs'),
  landing: new Option('--landing', 'take back what land did, instead of a task'),
  live: new Option('--live', 'with the real Claude Code instead of prepared edits'),
} as const;

for (const flag of Object.values(FLAGS)) if (flag.required) takesOneValue(flag);

export type FlagName = keyof typeof FLAGS;

/** Which flags a command takes, in the order of its help. */
export const PLANNING: readonly FlagName[] = [
  'tasks',
  'repo',
  'base',
  'concurrency',
  'caution',
  'schedule',
  'effort',
  'scout',
  'only',
  'config',
];

/** The parser takes whatever follows for the value, and the last of two. Only what a person says in words may begin like a flag. */
function takesOneValue(flag: Option): void {
  const parse = flag.parseArg as ((text: string, before: undefined) => unknown) | undefined;
  flag.argParser((text: string, before: unknown) => {
    if (before !== undefined) throw new InvalidArgumentError('It is given twice; give it once.');
    if (text.startsWith('--') && flag.attributeName() !== 'reason')
      throw new InvalidArgumentError('Its value is missing: a flag follows.');
    return parse?.(text, undefined) ?? text;
  });
}

/** `--repo "$UNSET"` must not mean the present folder. */
function parseText(text: string): string {
  if (text === '') throw new InvalidArgumentError('It is empty.');
  return text;
}

function parseIds(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.some((id) => id === '')) throw new InvalidArgumentError('Write task ids separated by commas: --only api-limits,docs');
  return ids;
}

function parseConcurrency(text: string): number {
  const n = Number(text);
  if (!/^\d+$/.test(text) || n < 1 || n > 64) throw new InvalidArgumentError('It is a whole number from 1 to 64.');
  return n;
}

function parseCommits(text: string): number {
  const n = Number(text);
  if (!/^\d+$/.test(text) || n < 12 || n > 4000) throw new InvalidArgumentError('It is a whole number from 12 to 4000.');
  return n;
}

function parseUsd(text: string): number {
  const usd = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || usd <= 0 || usd > 100_000)
    throw new InvalidArgumentError('It is a number of dollars above 0, such as 10 or 2.50.');
  return usd;
}
