/**
 * A registry on loopback that has our own packages from their tarballs, and sends on to another one for the rest:
 * `node tools/local-registry.mjs FOLDER ADDRESS`. Says its own address on stdout and serves until it is ended.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, elsewhere] = process.argv.slice(2);
const packages = new Map(readdirSync(folder).map(entryOf));
const server = createServer((request, response) => {
  const path = decodeURIComponent(request.url).slice(1);
  const found = packages.get(path);
  if (found !== undefined) return response.end(JSON.stringify(metadata(found, `http://${request.headers.host}`)));
  const file = [...packages.values()].find(({ tarball }) => path === `-/${tarball}`);
  if (file !== undefined) return response.end(readFileSync(join(folder, file.tarball)));
  return response.writeHead(302, { location: new URL(request.url, elsewhere).href }).end();
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));

function entryOf(tarball) {
  const file = join(folder, tarball);
  const manifest = JSON.parse(execFileSync('tar', ['-xzOf', file, 'package/package.json'], { encoding: 'utf8' }));
  const integrity = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  return [manifest.name, { manifest, tarball, integrity }];
}

function metadata({ manifest, tarball, integrity }, host) {
  const { name, version } = manifest;
  const dist = { tarball: `${host}/-/${tarball}`, integrity };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}
