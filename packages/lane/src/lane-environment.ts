import { type Config, err, ok, type Result } from '@breakwater/model';

/** Who asks for an environment. */
export interface LaneUse {
  readonly run: string;
  readonly task: string;
  /** The i-th slot, from 0. */
  readonly lane: number;
  /** Sessions count their ports up from the start of a range; verification takes its last port, and so stands beside them. */
  readonly from: 'start' | 'end';
}

/**
 * What keeps parallel lanes apart outside of git: a number, ports, and whatever the user's templates make of them
 * (`{lane}`, `{port:web}`, `{task}`, `{run}`). Fails, in a sentence, when a port range is too small for the lane.
 */
export function laneEnvironment(lanes: Config['lanes'], use: LaneUse): Result<Readonly<Record<string, string>>, string> {
  const ports = new Map<string, number>();
  for (const [name, [start, end]] of Object.entries(lanes.ports)) {
    const port = use.from === 'start' ? start + use.lane : end;
    if (port > end) return err(`the port range ${name} (${start}-${end}) has no port for lane ${use.lane}`);
    ports.set(name, port);
  }
  const portVariables = [...ports].map(([name, port]) => [portVariable(name), String(port)]);
  const fixed = { BREAKWATER_RUN: use.run, BREAKWATER_TASK: use.task, BREAKWATER_LANE: String(use.lane) };
  const templates = Object.entries(lanes.env).map(([name, template]) => [name, fill(template, use, ports)]);
  return ok({ ...fixed, ...Object.fromEntries(portVariables), ...Object.fromEntries(templates) });
}

function portVariable(name: string): string {
  return `BREAKWATER_PORT_${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}

/** Braces of any other kind are the user's own. */
function fill(template: string, use: LaneUse, ports: ReadonlyMap<string, number>): string {
  return template.replace(/\{(?:port:([^{}]+)|(lane|task|run))\}/g, (whole, port?: string, name?: 'lane' | 'task' | 'run') => {
    const value = port === undefined ? name && use[name] : ports.get(port);
    return value === undefined ? whole : String(value);
  });
}
