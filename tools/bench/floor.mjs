/** The least a cold plan could do: reads every TypeScript and JavaScript file of a commit once and parses it. Arguments: git directory, commit. */
import { spawn } from 'node:child_process';
import { parseSync } from 'oxc-parser';

const [directory = '.', commit = 'HEAD'] = process.argv.slice(2);
const listed = (await git(['ls-tree', '-r', '-z', '--full-tree', commit])).toString().split('\0');
const files = listed.flatMap((line) => {
  const [, id, path] = /^\d+ blob ([0-9a-f]+)\t([\s\S]*\.[cm]?[jt]sx?)$/.exec(line) ?? [];
  return path === undefined ? [] : [{ id, path }];
});
const texts = contents(await git(['cat-file', '--batch', '--buffer'], `${[...new Set(files.map(({ id }) => id))].join('\n')}\n`));
for (const { id, path } of files) parseSync(path, texts.get(id).toString());

function git(args, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', directory, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`git ${args[0]}: ${code}`))));
    child.stdin.end(input);
  });
}

/** What `cat-file --batch` prints: `id type size LF bytes LF`, again and again. */
function contents(output) {
  const found = new Map();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [id, , size] = output.toString('latin1', at, end).split(' ');
    found.set(id, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return found;
}
