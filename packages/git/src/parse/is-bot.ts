/** A commit's author as the log tells them. */
interface Author {
  readonly name: string;
  readonly address: string;
}

/**
 * Whether a commit was made by a program that keeps dependencies, translations or releases. Those call themselves bots, at the end of
 * their name or of their address before the `@`, or bear the name of the service.
 */
export function isBot({ name, address }: Author): boolean {
  return BOT.test(name) || BOT.test(address.slice(0, Math.max(0, address.lastIndexOf('@')))) || SERVICE.test(name);
}

const BOT = /(?:\[bot\]|(?:^|[^a-z])bot)$/i;
const SERVICE = /^(?:github.?actions?|renovate|dependabot|weblate|crowdin)(?:\s|$)/i;
