/**
 * How good the scheduler is: `npm run bench:schedule -- DIR [--effort low|default|more|high] [--json]` runs every instance of every
 * file of a folder, one after another, and prints a table. Times are CPU milliseconds of one core. Every schedule is verified.
 * `--large` measures a list of 10,000 tasks instead. Exits with 1 when a schedule breaks a rule.
 */
import { parseArgs } from 'node:util';
import { FAMILIES, summarize } from './families.mjs';
import { readInstances } from './instances.mjs';
import { measureLarge } from './large.mjs';

const COLUMNS = [
  ['instances', (value) => String(value)],
  ['atBest', percent, 'at best'],
  ['worst', (value) => (value === null ? '' : `+${Math.max(0, value)}`), 'most over'],
  ['atBound', percent, 'at bound'],
  ['gap', (value) => (value === null ? '' : `${(100 * value).toFixed(3)} %`)],
  ['timeRatio', ratio, 'waves/bound'],
  ['streamRatio', ratio, 'stream/bound'],
  ['ms', (value) => value.toFixed(1), 'ms'],
  ['mostMs', (value) => value.toFixed(0), 'most ms'],
  ['broken', (value) => String(value)],
];

function percent(value) {
  return value === null ? '' : `${(100 * value).toFixed(1)} %`;
}

function ratio(value) {
  return value === null ? '' : value.toFixed(3);
}

function measure(folder, effort) {
  return readInstances(folder).flatMap(({ file, format, instances }) => {
    const family = FAMILIES[format];
    if (family === undefined) return [];
    const rows = instances.flatMap((instance) => family(instance, effort));
    const groups = [...new Set(rows.map(({ group }) => group))];
    return groups.map((group) => ({ file, group, ...summarize(rows.filter((row) => row.group === group)) }));
  });
}

function table(lines) {
  const head = ['', ...COLUMNS.map(([field, , title = field]) => title)];
  const body = lines.map((line) => [`${line.file} ${line.group}`.trim(), ...COLUMNS.map(([field, show]) => show(line[field]))]);
  const widths = head.map((_, n) => Math.max(...[head, ...body].map((row) => row[n].length)));
  return [head, ...body]
    .map((row) => row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join('  '))
    .join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { effort: { type: 'string', default: 'default' }, json: { type: 'boolean' }, large: { type: 'boolean' } },
});
const [folder] = positionals;
if (!values.large && folder === undefined) {
  console.error('error: name a folder of instances: npm run bench:schedule -- DIR [--effort low|default|more|high] [--json]');
  process.exit(2);
}
if (!['low', 'default', 'more', 'high'].includes(values.effort)) {
  console.error(`error: effort is ${values.effort}; write low, default, more or high`);
  process.exit(2);
}
const lines = values.large ? [measureLarge(values.effort)] : measure(folder, values.effort);
console.log(
  values.json
    ? JSON.stringify({ effort: values.effort, lines }, null, 2)
    : values.large
      ? JSON.stringify(lines[0])
      : table(lines),
);
if (lines.some(({ broken }) => broken > 0)) process.exitCode = 1;
