import { isLockLike } from '@breakwater/text';

/** A commit as far as it matters here. */
export interface PastChange {
  readonly subject: string;
  readonly isBot: boolean;
  readonly paths: readonly string[];
}

/** Files; larger changes are sweeps, and one of them says little about the next. */
const MOST_FILES = 30;

/**
 * Whether a commit is like a task somebody would hand to a session: of some files, and not the bookkeeping of a release, an upgrade or
 * a translation service, nor made by a program.
 */
export function isTask({ subject, isBot, paths }: PastChange): boolean {
  if (isBot) return false;
  if (paths.length === 0 || paths.length > MOST_FILES) return false;
  if (BOOKKEEPING.some((pattern) => pattern.test(subject))) return false;
  if (paths.every(isLockLike)) return false;
  return !(UPGRADE.test(subject) && paths.every((path) => isLockLike(path) || MANIFEST.test(path)));
}

const BOOKKEEPING: readonly RegExp[] = [
  /^v?\d+\.\d+\.\d+/,
  /^(?:\w+(?:\([^)]*\))?!?:\s*)?(?:bump|bumped|updated?|increase|set) (?:the )?versions?(?:\s*$| (?:to|for|from|v?\d))/i,
  /^(?:\[\w+\]|\w+:)?\s*(?:auto-?)?format(?:ting)?(?: code)?\s*$/i,
  /^(?:(?:chore|build|ci|docs)(?:\([^)]*\))?!?:\s*)?(?:(?:release|publish)(?:\s*$|[\s:]+(?:v?\d|new|version|packages?\b|\S+@\d))|version packages|prepare release|changelog\b)/i,
  /^(?:revert\b|merge\b)/i,
  /^(?:chore|build|fix)\((?:deps|deps-dev|dependencies|release)\)|^\[deps\]/i,
  /\b(?:sponsors?|contributors?|backers?|all-contributors)\b.*(?:list|table|readme)?$/i,
  /^\[automated\]/i,
  /^(?:\w+(?:\([^)]*\))?!?:\s*)?(?:add|extract|compile) (?:new )?translations\s*$/i,
  /\b(?:sync|updated?)\b.*\b(?:translations?|locales?)\b|\b(?:crowdin|weblate)\b/i,
  /\bupdate (?:lock ?file|yarn\.lock|pnpm-lock|package-lock)\b/i,
];

const UPGRADE = /\b(?:bump(?:ed)?|upgraded?|update[sd]?|renovate|pin)\b/i;
const MANIFEST = /(?:^|\/)(?:package\.json|[^/]+\.(?:csproj|props|targets|toml)|pom\.xml|go\.mod|Gemfile)$/;
