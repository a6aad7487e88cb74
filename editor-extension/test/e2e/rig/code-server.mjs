// VS Code's server on a free port of the loopback interface, with a profile of its own.
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { codeServer, node } from '../home.mjs';
import { pause, until } from './wait.mjs';

const entry = path.join(codeServer, 'out/node/entry.js');

function environment(profile, extra) {
  const own = path.join(profile.root, 'xdg');
  return {
    ...process.env, ...extra,
    HOME: profile.home, XDG_CONFIG_HOME: own, XDG_DATA_HOME: own, XDG_CACHE_HOME: own, XDG_RUNTIME_DIR: profile.root, TMPDIR: profile.root,
    CODE_SERVER_CONFIG: path.join(profile.root, 'config.yaml'), NODE_OPTIONS: '',
    // Without a gallery the workbench asks nobody outside about extensions.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

const folders = profile => ['--user-data-dir', profile.data, '--extensions-dir', profile.extensions];

/** Installs a VSIX as a user does: from the file. */
export const installExtension = (profile, vsix) => execFileSync(node, [entry, ...folders(profile), '--install-extension', path.resolve(vsix)],
  { env: environment(profile, {}), stdio: ['ignore', 'pipe', 'pipe'] });

const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

export async function startCodeServer({ profile, env = {}, trust = false }) {
  const port = await freePort();
  const options = [
    '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override',
    '--session-socket', path.join(profile.root, 'session.sock'), ...(trust ? [] : ['--disable-workspace-trust']),
  ];
  // A group of its own, so that the extension host and the language server end with it.
  const server = spawn(node, [entry, ...folders(profile), ...options], { env: environment(profile, env), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', text => log.push(String(text)));
  const ended = new Promise(resolve => server.once('exit', resolve));
  const end = signal => {
    try {
      process.kill(-server.pid, signal);
    } catch {
      // The group has ended by itself.
    }
  };
  process.once('exit', () => end('SIGKILL'));
  const url = `http://127.0.0.1:${port}/`;
  await until('code-server to answer', async () => (await fetch(url)).ok);
  return {
    port,
    url,
    pid: server.pid,
    log: () => log.join(''),
    async stop() {
      end('SIGTERM');
      await Promise.race([ended, pause(5000)]);
      end('SIGKILL');
    },
  };
}
