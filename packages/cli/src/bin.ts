import { realWorld } from '@breakwater/api';
import { compileLess } from './compile-less.js';
import { guardOutput } from './guard-output.js';
import { realIo } from './io.js';
import { main } from './main.js';
import { planProcess } from './plan-process.js';
import { stopSignalsFor } from './stop-signals.js';

compileLess(process.versions.v8);

const words = process.argv.slice(2);
const { signal, ...asked } = stopSignalsFor(words, process);
const io = realIo(process.env);
const judge = guardOutput(process, io.err);

process.exitCode = judge(await main(words, { io, world: realWorld(asked), planner: planProcess(), signal }));
