// One language server in a worker of its own. The worker in policylang-worker.js starts two of these and talks to nobody else.
'use strict';

// Without this the runtime takes the messages of the worker for its own and waits for ever.
self.dotnetSidecar = true;

const waiting = [];
let bridge;

self.onmessage = event => {
  const message = event.data;
  if (message.start) {
    start(message.start).catch(error => self.postMessage({ failed: String(error?.message ?? error) }));
  } else if (bridge) {
    take(message);
  } else {
    waiting.push(message);
  }
};

/** @param {{ base: string, index: string, namesOnly: boolean }} options */
async function start({ base, index, namesOnly }) {
  const { dotnet } = await import(`${base}_framework/dotnet.js`);
  const { getAssemblyExports, getConfig, setModuleImports } = await dotnet.create();
  setModuleImports('worker', { post: text => self.postMessage({ text }) });
  const assembly = await getAssemblyExports(getConfig().mainAssemblyName);
  bridge = assembly.PolicyLang.WebServer.Bridge;
  bridge.Serve(index, base, namesOnly).then(
    () => self.postMessage({ ended: true }), error => self.postMessage({ failed: String(error?.message ?? error) }));
  self.postMessage({ ready: true });
  waiting.splice(0).forEach(take);
}

function take(message) {
  if (message.text !== undefined) {
    bridge.Receive(message.text);
  } else if (message.law) {
    for (const [path, text] of Object.entries(message.law)) {
      bridge.PutLaw(path, text);
    }
  } else if (message.files) {
    for (const [path, text] of Object.entries(message.files)) {
      bridge.Put(path, text);
    }
  } else if (message.ping) {
    self.postMessage({ pong: message.ping });
  }
}
