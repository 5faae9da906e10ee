import { realWorld } from '@breakwater/api';
import { EXIT } from './exit-code.js';
import { realIo } from './io.js';
import { main } from './main.js';
import { listenForStop } from './stop-signals.js';

const { signal, ...asked } = listenForStop(process);
const io = realIo(process.env);
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

process.exitCode = await main(process.argv.slice(2), { io, world: realWorld(asked), signal });

/** `breakwater plan | head -1` closes the pipe early; that is no fault. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode ??= EXIT.done;
}
