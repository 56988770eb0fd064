/**
 * Keeps the page on the phone: it opens without a signal, at once, as it was last time; what is newer is fetched behind
 * it and shown next time. What is asked of the services passes by.
 */
const SHELL = 'shell';
const SEPARATE = ['/manifest.webmanifest', '/icons/icon.svg', '/icons/icon-192.png'];

self.addEventListener('install', (event) => {
  event.waitUntil(renew().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== location.origin) {
    return;
  }
  if (event.request.mode === 'navigate' && address.pathname === '/') {
    event.respondWith(shell(event));
  } else if (address.pathname.startsWith('/static/') || SEPARATE.includes(address.pathname)) {
    event.respondWith(caches.match(address.pathname).then((kept) => kept ?? fetch(event.request)));
  }
});

async function shell(event) {
  const kept = await caches.match('/');
  if (kept) {
    event.waitUntil(renew().catch(() => {}));
    return kept;
  }
  return fetch(event.request);
}

/** The page last: it is shown only when all that it names is there. */
async function renew() {
  const page = await fetch('/', { cache: 'no-cache' });
  if (!page.ok) {
    throw new Error(`${page.status}`);
  }
  const named = [...(await page.clone().text()).matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map((found) => found[1]);
  const cache = await caches.open(SHELL);
  const wanted = [...named, ...SEPARATE];
  for (const path of wanted) {
    if (!SEPARATE.includes(path) && (await cache.match(path))) {
      continue;
    }
    await cache.add(path);
  }
  await cache.put('/', page);
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== '/' && !wanted.includes(path)) {
      await cache.delete(request);
    }
  }
}
