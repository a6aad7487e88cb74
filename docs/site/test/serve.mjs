// Serves the built site on the loopback, as a static host would.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
};

/** The path of the site on its server. */
export const BASE = process.env.SITE_BASE ?? '/';

/** Which file answers an address; null for none. */
export function fileOf(folder, address) {
  if (!address.startsWith(BASE)) {
    return null;
  }

  const path = normalize(join(folder, decodeURIComponent(address.slice(BASE.length).split(/[?#]/)[0])));
  const found = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  return existsSync(found) ? found : null;
}

/** @returns The address and a way to stop. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const file = fileOf(folder, request.url);
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(file ?? '.html')] ?? 'application/octet-stream' });
    createReadStream(file ?? join(folder, '404.html')).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}${BASE.slice(0, -1)}`, stop: () => server.close() };
}
