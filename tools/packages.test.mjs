import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const licence = readFileSync(`${root}LICENSE`, 'utf8');
const folders = readdirSync(`${root}packages`);

/** What npm would put into the tarball of every package, by the name of the package. */
function packed() {
  const words = ['pack', '--workspaces', '--dry-run', '--json', '--ignore-scripts', '--silent'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  return JSON.parse(execFileSync('npm', words, options)).map(({ name, files }) => [name, files.map(({ path }) => path)]);
}

describe('what is published', () => {
  it.each(folders)('packages/%s says what it is, under the licence of the whole', (folder) => {
    const read = (name) => readFileSync(`${root}packages/${folder}/${name}`, 'utf8');
    expect(read('LICENSE')).toBe(licence);
    const { name, description, license } = JSON.parse(read('package.json'));
    expect([license, description.length > 10]).toEqual(['MIT', true]);
    expect(read('README.md').startsWith(`# ${name === 'breakwater' ? 'Breakwater' : name}\n\n`)).toBe(true);
  });

  it('holds licence and readme, and nothing that only tests or the compiler need', { timeout: 60_000 }, () => {
    const all = packed();
    expect(all.length).toBe(folders.length);
    const stray = /(^|\/)(testing\.|golden\/)|\.testing\.|\.tsbuildinfo$|\.map$|^src\/.*\.ts$|^dist\/.*\.test\./;
    for (const [name, files] of all) {
      expect([name, files.filter((path) => stray.test(path))]).toEqual([name, []]);
      expect([name, ['LICENSE', 'README.md', 'package.json'].filter((path) => !files.includes(path))]).toEqual([name, []]);
    }
  });
});
