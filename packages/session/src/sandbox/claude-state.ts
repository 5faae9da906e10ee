import { join } from 'node:path';
import type { Confinement } from './confinement.js';

/**
 * What Claude Code keeps for the person and writes as it works: conversations, logins, its list of projects. What the person set up
 * there for themselves, and would be obeyed by their own sessions, is not to be written.
 */
export function claudeState(environment: Readonly<Record<string, string>>): Confinement {
  const { HOME: home, CLAUDE_CONFIG_DIR: chosen } = environment;
  if (chosen) return { writable: [chosen], fixed: below(chosen) };
  if (!home) return { writable: [], fixed: [] };
  const folder = join(home, '.claude');
  return { writable: [folder, join(home, '.claude.json')], fixed: below(folder) };
}

const SET_UP = [
  ...['settings.json', 'settings.local.json', 'CLAUDE.md'],
  ...['agents', 'commands', 'hooks', 'output-styles', 'plugins', 'rules', 'skills'],
];

function below(folder: string): readonly string[] {
  return SET_UP.map((name) => join(folder, name));
}
