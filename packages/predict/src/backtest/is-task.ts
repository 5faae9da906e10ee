/** A commit as far as it matters here. */
export interface PastChange {
  readonly subject: string;
  readonly author: string;
  readonly paths: readonly string[];
}

/** Files; larger changes are sweeps, and one of them says little about the next. */
const MOST_FILES = 30;

/**
 * Whether a commit is like a task somebody would hand to a session: made by a person, of some files, and not the bookkeeping of a
 * release, an upgrade or a translation service.
 */
export function isTask({ subject, author, paths }: PastChange): boolean {
  if (paths.length === 0 || paths.length > MOST_FILES) return false;
  if (BOT.test(author) || BOOKKEEPING.some((pattern) => pattern.test(subject))) return false;
  if (paths.every(isRecord)) return false;
  return !(UPGRADE.test(subject) && paths.every((path) => isRecord(path) || MANIFEST.test(path)));
}

/** Files that are made by tools or written by habit with other changes: no conflict worth planning for. */
export function isRecord(path: string): boolean {
  return RECORD.test(path);
}

const BOT = /\[bot\]|\bbot\b|renovate|dependabot|greenkeeper|semantic-release|github-actions|-ci\b/i;

const BOOKKEEPING: readonly RegExp[] = [
  /^v?\d+\.\d+\.\d+/,
  /^(?:(?:chore|build|ci|docs)(?:\([^)]*\))?!?:\s*)?(?:(?:release|publish)(?:\s*$|[\s:]+(?:v?\d|new|version|packages?\b))|version packages|prepare release|changelog\b)/i,
  /^(?:revert\b|merge\b)/i,
  /^(?:chore|build|fix)\((?:deps|deps-dev|dependencies|release)\)/i,
  /\b(?:sponsors?|contributors?|backers?|all-contributors)\b.*(?:list|table|readme)?$/i,
  /\b(?:sync|updated?)\b.*\b(?:translations?|locales?)\b|\bcrowdin\b/i,
  /\bupdate (?:lock ?file|yarn\.lock|pnpm-lock|package-lock)\b/i,
];

const UPGRADE = /\b(?:bump|upgrade|update|renovate|pin)\b/i;
const MANIFEST = /(?:^|\/)(?:package\.json|[^/]+\.(?:csproj|props|targets|toml)|pom\.xml|go\.mod|Gemfile)$/;
const RECORD =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|packages\.lock\.json|Cargo\.lock|go\.sum|composer\.lock|Gemfile\.lock|poetry\.lock|(?:CHANGELOG|changelog)(?:[-.][^/]*)?(?<!\.[cm]?[jt]sx?))$|(?:^|\/)\.changeset\/|(?:^|\/)__snapshots__\/|\.snap$|\.xlf$/;
