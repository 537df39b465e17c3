import {apiKey, endpoint} from './endpoint.js';
import {toGoodEvent} from './faulty-batches.js';

const json = {'Content-Type': 'application/json'};
const signed = {...json, 'x-api-key': apiKey};
const batch = () => JSON.stringify([toGoodEvent()]);

/** Sends by fetch and says in a sentence what came of it. */
export async function post(body, {query = '', headers = signed, ...init} = {}) {
  const response = await fetch(endpoint + query, {method: 'POST', headers, body, ...init});
  if (response.type === 'opaque') return 'sent; the answer is hidden from the page';
  return toSentence(response.status, await response.text());
}

function toSentence(status, text) {
  try {
    return `${status} · ${JSON.parse(text).message}`;
  } catch {
    // Not every server answers JSON, least of all when it fails.
    return `${status} · ${text.slice(0, 60)}`;
  }
}

async function gzip(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function sendByXhr() {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', endpoint);
    for (const [name, value] of Object.entries(signed)) request.setRequestHeader(name, value);
    request.onload = () => resolve(toSentence(request.status, request.responseText));
    request.onerror = () => reject(new TypeError('XMLHttpRequest failed'));
    request.send(batch());
  });
}

/** A form can't send JSON; as text/plain its only `=` can stand inside a string, though. */
function sendByForm(enctype) {
  const form = document.createElement('form');
  Object.assign(form, {method: 'post', action: endpoint, enctype, target: 'form-answer', hidden: true});
  const [head, tail] = batch().split('TEAM_PAGE');
  const field = document.createElement('input');
  Object.assign(field, {type: 'hidden', name: enctype === 'text/plain' ? head : 'events', value: tail});
  if (enctype !== 'text/plain') field.value = batch();
  form.append(field);
  document.body.append(form);
  form.submit();
  form.remove();
  return 'sent; the answer is in the hidden frame';
}

function sendBeacon(body) {
  return navigator.sendBeacon(endpoint, body) ? 'queued; a beacon has no answer' : 'refused by the browser';
}

/** Asks a worker, a frame or a service worker to send, and waits for its word. */
function askToSend(target, listenTo = target) {
  return new Promise((resolve) => {
    listenTo.addEventListener('message', function hear({data}) {
      if (data?.type !== 'sent') return;
      listenTo.removeEventListener('message', hear);
      resolve(toSentence(data.status, data.text));
    });
    target({type: 'send', endpoint, headers: signed, body: batch()});
  });
}

function sendFromWorker() {
  const worker = new Worker('/worker.js');
  return askToSend((message) => worker.postMessage(message), worker).finally(() => worker.terminate());
}

function sendFromSharedWorker() {
  const {port} = new SharedWorker('/worker.js');
  port.start();
  return askToSend((message) => port.postMessage(message), port);
}

async function sendFromServiceWorker() {
  const registration = await navigator.serviceWorker.register('/worker.js', {scope: '/from-service-worker/'});
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return askToSend((message) => worker.postMessage(message), navigator.serviceWorker);
}

/** The other loopback name is another site: frame and page have different origins. */
async function sendFromFrame() {
  const url = new URL('/frame.html', location.href);
  url.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  const frame = document.createElement('iframe');
  Object.assign(frame, {src: url.href, title: 'A frame of another origin', hidden: true});
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  return askToSend((message) => frame.contentWindow.postMessage(message, '*'), window).finally(() =>
    frame.remove(),
  );
}

function leaveWith(send) {
  addEventListener('pagehide', send, {once: true});
  location.assign('/left.html');
  return 'leaving…';
}

/** Good batches on unusual ways. */
export const senders = [
  {id: 'good', title: 'fetch', text: 'The ordinary way, for comparison.', send: () => post(batch())},
  {id: 'xhr', title: 'XMLHttpRequest', text: 'With the same headers.', send: sendByXhr},
  {
    id: 'blob',
    title: 'Blob',
    text: 'Chromium shows an extension no byte of it; DevTools’ own record does.',
    send: () => post(new Blob([batch()], {type: 'application/json'})),
  },
  {
    id: 'gzip',
    title: 'gzip',
    text: 'Compressed, and said so.',
    send: async () => post(await gzip(batch()), {headers: {...signed, 'Content-Encoding': 'gzip'}}),
  },
  {
    id: 'gzip-silent',
    title: 'gzip without a word',
    text: 'Compressed, without a header that says so.',
    send: async () => post(await gzip(batch())),
  },
  {
    id: 'keepalive',
    title: 'keepalive',
    text: 'fetch that may outlive the page.',
    send: () => post(batch(), {keepalive: true}),
  },
  {
    id: 'no-cors',
    title: 'no-cors',
    text: 'No own headers, so no credentials: 401 that the page can’t see.',
    send: () => post(batch(), {mode: 'no-cors', headers: {}}),
  },
  {
    id: 'form-data',
    title: 'FormData',
    text: 'Multipart.',
    send: () => post(toFormData(), {headers: {'x-api-key': apiKey}}),
  },
  {
    id: 'url-encoded',
    title: 'URLSearchParams',
    text: 'Form-encoded.',
    send: () => post(new URLSearchParams({events: batch()}), {headers: {'x-api-key': apiKey}}),
  },
  {
    id: 'form',
    title: 'Form, text/plain',
    text: 'A form posted into a frame.',
    send: () => sendByForm('text/plain'),
  },
  {
    id: 'form-encoded',
    title: 'Form, url-encoded',
    text: 'The same, as browsers have always sent it.',
    send: () => sendByForm('application/x-www-form-urlencoded'),
  },
  {
    id: 'beacon',
    title: 'sendBeacon',
    text: 'A text, without credentials: 401.',
    send: () => sendBeacon(batch()),
  },
  {
    id: 'beacon-blob',
    title: 'sendBeacon of a Blob',
    text: 'With application/json.',
    send: () => sendBeacon(new Blob([batch()], {type: 'application/json'})),
  },
  {id: 'worker', title: 'Worker', text: 'From a worker of this page.', send: sendFromWorker},
  {
    id: 'shared-worker',
    title: 'SharedWorker',
    text: 'From a worker that no tab owns.',
    send: sendFromSharedWorker,
  },
  {id: 'service-worker', title: 'Service worker', text: 'On its own account.', send: sendFromServiceWorker},
  {id: 'iframe', title: 'Frame of another origin', text: 'From a hidden frame.', send: sendFromFrame},
  {
    id: 'beacon-at-unload',
    title: 'sendBeacon at unload',
    text: 'Leaves this page.',
    send: () => leaveWith(() => navigator.sendBeacon(endpoint, batch())),
  },
  {
    id: 'keepalive-at-unload',
    title: 'keepalive at unload',
    text: 'Leaves this page.',
    send: () =>
      leaveWith(() => {
        // Nobody is left to hear of a failure.
        fetch(endpoint, {method: 'POST', headers: signed, body: batch(), keepalive: true}).catch(
          () => undefined,
        );
      }),
  },
];

/** Good batches to a server that is not at its best. */
export const badDays = [
  {
    id: 'slow',
    title: 'Slow',
    text: 'Answers after five seconds.',
    send: () => post(batch(), {query: '?delay=5000'}),
  },
  {
    id: 'server-error',
    title: '500',
    text: 'With a page of HTML.',
    send: () => post(batch(), {query: '?status=500&html=1'}),
  },
  {
    id: 'redirect',
    title: '307',
    text: 'To the same endpoint, with the body.',
    send: () => post(batch(), {query: '?redirect=307&location=/api/track%3Fredirected'}),
  },
  {
    id: 'dropped',
    title: 'Connection cut',
    text: 'Received, and never answered.',
    send: () => post(batch(), {query: '?drop=1'}),
  },
  {
    id: 'no-cors-headers',
    title: 'CORS failure',
    text: 'The preflight is refused; the batch never leaves.',
    send: () => post(batch(), {query: '?cors=off'}),
  },
  {
    id: 'aborted',
    title: 'Aborted',
    text: 'Given up by the page after 300 ms.',
    send: () => post(batch(), {query: '?delay=5000', signal: AbortSignal.timeout(300)}),
  },
  {
    id: 'large-answer',
    title: '3 MB answer',
    text: 'As long as it is boring.',
    send: () => post(batch(), {query: '?size=3000000'}),
  },
];

function toFormData() {
  const form = new FormData();
  form.set('events', batch());
  return form;
}
