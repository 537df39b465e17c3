/**
 * A service worker that passes on every request of its pages, like those of offline-first apps. With `?worker=202` in
 * the address it answers the page with this status, whatever it receives; with `&unsent` it sends nothing. `before=500`
 * lets it wait as many milliseconds before it sends, `after=500` before it answers.
 */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(answer(event.request)));

async function answer(request) {
  const query = new URL(request.url).searchParams;
  await sleep(query.get('before'));
  if (!query.has('worker')) return fetch(request);
  if (!query.has('unsent')) await read(request);
  await sleep(query.get('after'));
  return new Response('{"from":"the worker"}', {status: Number(query.get('worker'))});
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));
}

/** DevTools only reports a response that is read. */
async function read(request) {
  try {
    await (await fetch(request)).text();
  } catch {
    // The page is not told.
  }
}
