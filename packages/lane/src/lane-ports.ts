import { createServer, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, err, ok, type Result } from '@breakwater/model';

type Ranges = Config['lanes']['ports'];
export type LanePorts = ReadonlyMap<string, number>;

/**
 * Ports of the lanes of one run. A lane keeps its ports as long as the run lasts. A port is given out when no other lane has it, no
 * other run on this machine holds it, and nobody listens on it: what a person has running is passed over.
 */
export class PortLeases {
  private readonly lanes = new Map<string, Promise<Result<LanePorts, string>>>();
  /** By port: what keeps other runs from it. */
  private readonly holds = new Map<number, Server>();
  /** One lane after another, so that two do not look at the same port. */
  private turn: Promise<unknown> = Promise.resolve();

  /** The ports of a lane, by range; the first wish of the i-th lane is the i-th port, that of the verification the last. */
  lease(ranges: Ranges, lane: number | 'verify'): Promise<Result<LanePorts, string>> {
    const known = this.lanes.get(String(lane));
    if (known !== undefined) return known;
    const ports = this.turn.then(() => this.takeAll(ranges, lane));
    this.turn = ports.catch(() => undefined);
    this.lanes.set(String(lane), ports);
    return ports;
  }

  /** Gives everything back. Ends by itself with the process. */
  async release(): Promise<void> {
    await this.turn;
    this.giveBack([...this.holds.keys()]);
    this.lanes.clear();
  }

  /** A lane that cannot have all its ports keeps none, and may ask again: by then somebody may have gone. */
  private async takeAll(ranges: Ranges, lane: number | 'verify'): Promise<Result<LanePorts, string>> {
    const before = new Set(this.holds.keys());
    const taken = await this.take(ranges, lane);
    if (taken.ok) return taken;
    this.giveBack([...this.holds.keys()].filter((port) => !before.has(port)));
    this.lanes.delete(String(lane));
    return taken;
  }

  private giveBack(ports: readonly number[]): void {
    for (const port of ports) {
      this.holds.get(port)?.close();
      this.holds.delete(port);
    }
  }

  private async take(ranges: Ranges, lane: number | 'verify'): Promise<Result<LanePorts, string>> {
    const ports = new Map<string, number>();
    for (const [name, [start, end]] of Object.entries(ranges)) {
      const port = await this.firstFree(wishes(start, end, lane));
      if (port === undefined) return err(`the port range ${name} (${start}-${end}) has no free port for ${laneName(lane)}`);
      ports.set(name, port);
    }
    return ok(ports);
  }

  private async firstFree(wishes: readonly number[]): Promise<number | undefined> {
    for (const port of wishes) {
      if (this.holds.has(port) || !(await isUnused(port))) continue;
      const hold = await listen({ path: holdPath(port) });
      if (hold === undefined) continue;
      this.holds.set(port, hold);
      return port;
    }
    return undefined;
  }
}

function laneName(lane: number | 'verify'): string {
  return lane === 'verify' ? 'the verification' : `lane ${lane}`;
}

/** The lane's own port, then those after it, then the others; from the end backwards for the verification. */
function wishes(start: number, end: number, lane: number | 'verify'): readonly number[] {
  const all = Array.from({ length: end - start + 1 }, (_, n) => start + n);
  return lane === 'verify' ? all.reverse() : [...all.slice(lane), ...all.slice(0, lane)];
}

/** Whoever listens on any address of this machine is in the way of the one that asks for all of them. */
async function isUnused(port: number): Promise<boolean> {
  const probe = await listen({ port, host: HAS_IPV6 ? '::' : '0.0.0.0' });
  if (probe === undefined) return false;
  await new Promise((closed) => probe.close(closed));
  return true;
}

/** Listening on the IPv6 wildcard covers IPv4 too, where there is IPv6. */
const HAS_IPV6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ family }) => family === 'IPv6'));

/**
 * A name that only one process can listen on, and that the system takes back when the process ends, however it ends. Not a file with
 * a process id: those stay behind and are taken over by two at once.
 */
function holdPath(port: number): string {
  if (process.platform === 'linux') return `\0breakwater-port-${port}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\breakwater-port-${port}`;
  return join(tmpdir(), `breakwater-port-${port}`);
}

/** Undefined when it cannot be done. Holds no process back from ending. */
function listen(
  where: { readonly port: number; readonly host: string } | { readonly path: string },
): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', () => resolve(undefined));
    server.listen({ ...where, exclusive: true }, () => resolve(server));
  });
}
