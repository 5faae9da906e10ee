/** Fails when the lockfile names an optional platform package without an entry of its own: `npm ci` would fail on that platform. */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const entries = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !entries.has(name))
    .map((name) => `${path}: ${name}`),
);
const hosts = Object.values(packages).filter((entry) => entry.resolved?.startsWith('http'));
if (missing.length > 0 || hosts.length > 0) {
  console.error(['error: the lockfile is not complete', ...missing, ...hosts.map((entry) => entry.resolved)].join('\n'));
  process.exit(1);
}
console.log(`lockfile: ${entries.size} packages, every optional platform package has its entry`);
