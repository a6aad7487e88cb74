// Keeps the page and all it needs on this device. FILES and REVISION come from the build.
const cacheName = `policylang-${REVISION}`;

self.addEventListener('install', event => {
  // 'reload' passes by what the browser may hold of an earlier version.
  event.waitUntil(caches.open(cacheName).then(cache => cache.addAll(FILES.map(file => new Request(file === 'index.html' ? './' : file, { cache: 'no-cache' })))));
});

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter(name => name.startsWith('policylang-') && name !== cacheName);
    await Promise.all(old.map(name => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) {
    event.respondWith(answer(request));
  }
});

async function answer(request) {
  const cache = await caches.open(cacheName);
  const name = new URL(request.url).pathname.slice(new URL(self.registration.scope).pathname.length);
  const kept = await cache.match(name === 'index.html' || name === '' ? './' : name);
  return kept ?? fetch(request);
}
