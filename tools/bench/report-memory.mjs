/** Loaded before a measured program: writes the most memory it ever held, in kilobytes, to the file that the environment names. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));
