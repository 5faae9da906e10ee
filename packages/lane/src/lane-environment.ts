import type { Config } from '@breakwater/model';
import type { LanePorts } from './lane-ports.js';

/** Who asks for an environment. */
export interface LaneUse {
  readonly run: string;
  readonly task: string;
  /** The i-th slot, from 0; verification has the one after the last session. */
  readonly lane: number;
  /** By the name of their range. */
  readonly ports: LanePorts;
  /** The lane's own temporary folder, absolute. */
  readonly temp: string;
}

/**
 * What keeps parallel lanes apart outside of git: a number, ports, and whatever the user's templates make of them (`{lane}`,
 * `{port:web}`, `{task}`, `{run}`, `{temp}`).
 */
export function laneEnvironment(env: Config['lanes']['env'], use: LaneUse): Readonly<Record<string, string>> {
  const portVariables = [...use.ports].map(([name, port]) => [portVariable(name), String(port)]);
  const fixed = { BREAKWATER_RUN: use.run, BREAKWATER_TASK: use.task, BREAKWATER_LANE: String(use.lane) };
  const templates = Object.entries(env).map(([name, template]) => [name, fill(template, use)]);
  return { ...fixed, ...Object.fromEntries(portVariables), ...Object.fromEntries(templates) };
}

function portVariable(name: string): string {
  return `BREAKWATER_PORT_${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}

const NAMES = ['lane', 'task', 'run', 'temp'] as const;

/** Braces of any other kind are the user's own. */
function fill(template: string, use: LaneUse): string {
  return template.replace(/\{(?:port:([^{}]+)|(\w+))\}/g, (whole, port?: string, word?: string) => {
    const name = NAMES.find((one) => one === word);
    const value = port === undefined ? name && use[name] : use.ports.get(port);
    return value === undefined ? whole : String(value);
  });
}
