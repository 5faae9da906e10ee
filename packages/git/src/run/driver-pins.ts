import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads configuration as git sees it in one place, by a pattern of keys; NUL-separated `key`, line break, value. */
export type ReadConfig = (pattern: string) => Promise<string>;

/**
 * Filters and merge drivers are programs that the configuration names for files. The configuration is shared by all worktrees, so a
 * session can plant one. Those that were there when the run began keep their meaning; what came later starts nothing with our git.
 */
export class DriverPins {
  private pinned: { readonly drivers: Drivers; readonly stamp: string | undefined } | undefined;

  constructor(private readonly commonDirectory: string) {}

  /**
   * From now on what is configured now is what holds, or what was kept of an earlier time. Only the first call counts. Answers what is to
   * be kept.
   */
  async pin(read: ReadConfig, kept?: DriverSettings): Promise<DriverSettings> {
    this.pinned ??= await this.found(read, kept);
    return [...this.pinned.drivers];
  }

  /** Without a stamp, what is configured is compared each time. */
  private async found(read: ReadConfig, kept: DriverSettings | undefined): Promise<NonNullable<DriverPins['pinned']>> {
    const stamp = await this.stamp();
    const now = parse(await read(KEYS));
    const drivers = kept === undefined ? now : new Map(kept);
    return { drivers, stamp: undoing(drivers, now).length === 0 ? stamp : undefined };
  }

  /** Variables for one git that undo what was configured since; empty while nothing was. */
  async environment(read: ReadConfig): Promise<Readonly<Record<string, string>>> {
    if (this.pinned === undefined) return {};
    const { drivers, stamp } = this.pinned;
    // A worktree may have a configuration of its own, if the shared one says so.
    const unchanged = drivers.get(OWN_CONFIGURATIONS) !== 'true' && (await this.stamp()) === stamp;
    return unchanged ? {} : variables(undoing(drivers, parse(await read(KEYS))));
  }

  private async stamp(): Promise<string> {
    const file = await stat(join(this.commonDirectory, 'config'), { bigint: true }).catch(() => undefined);
    return file === undefined ? '' : [file.ino, file.size, file.mtimeNs, file.ctimeNs].join(' ');
  }
}

/** Keys with their values, to be kept with a run. */
export type DriverSettings = readonly (readonly [key: string, value: string])[];

/** The last value of each key, as for git. */
type Drivers = ReadonlyMap<string, string>;

const OWN_CONFIGURATIONS = 'extensions.worktreeconfig';
const KEYS = String.raw`^(filter\..*\.(clean|smudge|process|required)|merge\..*\.driver|extensions\.worktreeconfig)$`;

function parse(text: string): Drivers {
  const entries = text.split('\0').filter((entry) => entry !== '');
  return new Map(
    entries.map((entry) => {
      const end = entry.indexOf('\n');
      return end === -1 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)];
    }),
  );
}

function undoing(pinned: Drivers, now: Drivers): readonly (readonly [key: string, value: string])[] {
  const keys = [...new Set([...pinned.keys(), ...now.keys()])].filter((key) => key !== OWN_CONFIGURATIONS);
  return keys
    .sort()
    .map((key) => [key, pinned.get(key) ?? nothing(key)] as const)
    .filter(([key, value]) => now.get(key) !== value);
}

/** Variables for one git that starts no filter, whatever is configured: files are looked at as they lie there. */
export async function withoutFilters(read: ReadConfig): Promise<Readonly<Record<string, string>>> {
  const configured = parse(await read(String.raw`^filter\..*\.(clean|smudge|process|required)$`));
  return variables([...configured.keys()].sort().map((key) => [key, nothing(key)]));
}

/** An empty filter leaves files as they are. An empty merge driver would drop one side, so the merge is git's usual one. */
function nothing(key: string): string {
  if (key.endsWith('.required')) return 'false';
  return key.endsWith('.driver') ? 'git merge-file --quiet %A %O %B' : '';
}

/** Not as options: the name of a planted driver may hold an equals sign. */
function variables(settings: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  if (settings.length === 0) return {};
  const pairs = settings.flatMap(([key, value], n) => [
    [`GIT_CONFIG_KEY_${n}`, key],
    [`GIT_CONFIG_VALUE_${n}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) };
}
