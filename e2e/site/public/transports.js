import {apiKey} from './endpoint.js';
import {
  gzip,
  sendByBeacon,
  sendByFetch,
  sendByForm,
  sendByXhr,
  sendFromFrame,
  sendFromServiceWorker,
  sendFromSharedWorker,
  sendFromWorker,
  splitAt,
} from './ways.js';
import {toEvent} from './workspace.js';

// Every way a batch can leave a page, for tests: each gets an address, sends one body there and nothing else.

const signed = {'Content-Type': 'application/json', 'x-api-key': apiKey};
const keyOnly = {'x-api-key': apiKey};
const toBatch = (note) => JSON.stringify([toEvent('note_written', {place: 'TEAM_PAGE', note})]);
const text = toBatch('ä € 😀 日本語');
const blob = () => new Blob([text], {type: 'application/json'});
const everyByte = Uint8Array.from({length: 1024}, (_, index) => index % 256);
const large = (characters) => toBatch('ä € '.repeat(characters / 4));

const byFetch =
  (body, init = {}) =>
  async (url) =>
    sendByFetch({url, headers: signed, ...init, body: await body()});
const byXhr = (body, headers) => (url) => sendByXhr({url, headers, body: body()});
const byBeacon = (body) => (url) => sendByBeacon({url, body: body()});
const from =
  (way, {asBlob = false} = {}) =>
  (url) =>
    way({url, headers: signed, body: text, asBlob});

/** A file of the page's own file system: its bytes are on disk. */
async function storedFile() {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle('batch.json', {create: true});
  const writer = await handle.createWritable();
  await writer.write(text);
  await writer.close();
  return handle.getFile();
}

/** Waits for the response: the next form would cancel one whose response is still loading into the frame. */
function byForm(order) {
  return (url) => {
    const frame = document.querySelector('iframe[name="form-answer"]');
    const answered = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
    sendByForm({url, ...order});
    return answered;
  };
}

async function formDataOf(value) {
  const form = new FormData();
  form.set('events', await value);
  return form;
}

function sendLater(url, init) {
  fetchLater(url, {method: 'POST', body: text, ...init});
}

async function sendAndAbort(url) {
  const controller = new AbortController();
  const sent = sendByFetch({url, headers: signed, body: text, signal: controller.signal});
  globalThis.abortSending = () => controller.abort();
  return sent;
}

const ways = {
  'fetch-string': byFetch(() => text),
  'fetch-large': byFetch(() => large(2_000_000)),
  'fetch-blob': byFetch(blob),
  'fetch-file-in-memory': byFetch(() => new File([text], 'batch.json')),
  'fetch-stored-file': byFetch(storedFile),
  'fetch-array-buffer': byFetch(() => everyByte.buffer),
  'fetch-typed-array': byFetch(() => everyByte.subarray(1)),
  'fetch-url-search-params': byFetch(() => new URLSearchParams({events: text}), {headers: keyOnly}),
  'fetch-large-url-search-params': byFetch(() => new URLSearchParams({events: large(400_000)}), {
    headers: keyOnly,
  }),
  'fetch-form-data': byFetch(() => formDataOf(text), {headers: keyOnly}),
  'fetch-form-data-blob': byFetch(() => formDataOf(blob()), {headers: keyOnly}),
  'fetch-form-data-stored-file': byFetch(() => formDataOf(storedFile()), {headers: keyOnly}),
  'fetch-gzip': byFetch(() => gzip(text), {headers: {...signed, 'Content-Encoding': 'gzip'}}),
  'fetch-gzip-silent': byFetch(() => gzip(text)),
  'fetch-gzip-blob': byFetch(async () => new Blob([await gzip(text)]), {
    headers: {...signed, 'Content-Encoding': 'gzip'},
  }),
  'fetch-gzip-blob-silent': byFetch(async () => new Blob([await gzip(text)])),
  'fetch-keepalive': byFetch(() => text, {keepalive: true}),
  'fetch-keepalive-blob': byFetch(blob, {keepalive: true}),
  'fetch-no-cors': byFetch(() => text, {mode: 'no-cors', headers: {}}),
  'fetch-empty': byFetch(() => ''),
  'fetch-stream': byFetch(() => blob().stream(), {duplex: 'half'}),
  'fetch-simple': byFetch(() => text, {headers: {}}),
  'fetch-later': (url) => sendLater(url, {activateAfter: 0}),
  'fetch-later-at-end': (url) => sendLater(url),
  'xhr-string': byXhr(() => text, signed),
  'xhr-blob': byXhr(blob, signed),
  'xhr-typed-array': byXhr(() => everyByte, signed),
  'xhr-form-data': (url) => formDataOf(text).then((body) => sendByXhr({url, headers: keyOnly, body})),
  'beacon-string': byBeacon(() => text),
  'beacon-blob': byBeacon(blob),
  'beacon-typed-array': byBeacon(() => everyByte),
  'beacon-url-search-params': byBeacon(() => new URLSearchParams({events: text})),
  'beacon-form-data': (url) => formDataOf(text).then((body) => sendByBeacon({url, body})),
  'form-text': byForm({enctype: 'text/plain', fields: splitAt(text, 'TEAM_PAGE')}),
  'form-url-encoded': byForm({enctype: 'application/x-www-form-urlencoded', fields: {events: text}}),
  'form-multipart': byForm({enctype: 'multipart/form-data', fields: {events: text}}),
  'frame-string': from(sendFromFrame),
  'frame-blob': from(sendFromFrame, {asBlob: true}),
  'worker-string': from(sendFromWorker),
  'worker-blob': from(sendFromWorker, {asBlob: true}),
  'shared-worker-string': from(sendFromSharedWorker),
  'shared-worker-blob': from(sendFromSharedWorker, {asBlob: true}),
  'service-worker-string': from(sendFromServiceWorker),
  'service-worker-blob': from(sendFromServiceWorker, {asBlob: true}),
  'abortable-string': sendAndAbort,
};

const outcomes = new Map();

/** Starts one request; its outcome can be read later. */
async function start({way, url}) {
  outcomes.set(url, 'sending');
  try {
    await ways[way](url);
    outcomes.set(url, 'done');
  } catch (error) {
    // Many should fail; tests check their outcome elsewhere.
    outcomes.set(url, String(error));
  }
}

globalThis.transports = {
  start,
  /** Sends while the page is being left. */
  leave(orders) {
    addEventListener('pagehide', () => orders.map(start), {once: true});
    location.assign('/left.html');
  },
  outcomeOf: (url) => outcomes.get(url),
  text,
  canDo: (way) => !way.startsWith('fetch-later') || 'fetchLater' in globalThis,
  /** Ensures that a service worker is active for `/proxied/`; true once it is. */
  async hasProxy() {
    const registration = await navigator.serviceWorker.register('/proxy-worker.js', {scope: '/proxied/'});
    return registration.active?.state === 'activated';
  },
};
