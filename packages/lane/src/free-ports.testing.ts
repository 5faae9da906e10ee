import { createServer, type Server } from 'node:net';

/** A range of ports nobody listens on, as far as a look can tell; far from those the system gives out by itself. */
export async function freeRange(size: number): Promise<readonly [number, number]> {
  for (let start = 10_000 + (process.pid % 200) * 97; ; start += size) {
    const held = await Promise.all(Array.from({ length: size }, (_, n) => listenOn(start + n)));
    await Promise.all(held.map((server) => server && new Promise((closed) => server.close(closed))));
    if (held.every((server) => server !== undefined)) return [start, start + size - 1];
  }
}

/** Undefined when the port is taken. */
export function listenOn(port: number, host = '127.0.0.1'): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host }, () => resolve(server));
  });
}
