/**
 * Installs one exact version of the Claude Code CLI into .cache for the tests that run the real program. It is no dependency of
 * the product: users bring their own. A plain install on an older Node would silently take an older version, hence the number.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLAUDE_VERSION = '2.1.330';
const folder = fileURLToPath(new URL(`../.cache/claude-code-${CLAUDE_VERSION}`, import.meta.url));

/** Where the binary is, or undefined when it is not installed. */
export function claudeBinary() {
  const path = join(folder, 'node_modules', '.bin', 'claude');
  return existsSync(path) ? path : undefined;
}

function install() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  const words = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `@anthropic-ai/claude-code@${CLAUDE_VERSION}`,
  ];
  execFileSync('npm', words, { cwd: folder, stdio: 'inherit' });
  const said = execFileSync(claudeBinary(), ['--version'], { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } });
  if (!said.startsWith(CLAUDE_VERSION)) throw new Error(`expected Claude Code ${CLAUDE_VERSION}, got ${said}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (claudeBinary() === undefined) install();
  console.log(`Claude Code ${CLAUDE_VERSION} is installed for the tests`);
}
