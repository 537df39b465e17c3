import {apiKey, endpoint} from './endpoint.js';
import {toGoodEvent} from './faulty-batches.js';
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

const json = {'Content-Type': 'application/json'};
const signed = {...json, 'x-api-key': apiKey};
const batch = () => JSON.stringify([toGoodEvent()]);

/** Sends with fetch and returns the result as a sentence. */
export async function post(body, {query = '', headers = signed, ...init} = {}) {
  const answer = await sendByFetch({url: endpoint + query, headers, body, ...init});
  return answer ? toSentence(answer.status, answer.text) : 'sent; the answer is hidden from the page';
}

function toSentence(status, text) {
  try {
    return `${status} · ${JSON.parse(text).message}`;
  } catch {
    // Not every server responds with JSON, especially when it fails.
    return `${status} · ${text.slice(0, 60)}`;
  }
}

async function sendAndTell(way) {
  const {status, text} = await way({url: endpoint, headers: signed, body: batch()});
  return toSentence(status, text);
}

/** A form can't send JSON, but as text/plain its only `=` can be inside a string. */
function postForm(enctype) {
  const fields = enctype === 'text/plain' ? splitAt(batch(), 'TEAM_PAGE') : {events: batch()};
  sendByForm({url: endpoint, enctype, fields});
  return 'sent; the answer is in the hidden frame';
}

function postBeacon(body) {
  return sendByBeacon({url: endpoint, body}) ? 'queued; a beacon has no answer' : 'refused by the browser';
}

function leaveWith(send) {
  addEventListener('pagehide', send, {once: true});
  location.assign('/left.html');
  return 'leaving…';
}

/** Good batches, sent in unusual ways. */
export const senders = [
  {id: 'good', title: 'fetch', text: 'The ordinary way, for comparison.', send: () => post(batch())},
  {id: 'xhr', title: 'XMLHttpRequest', text: 'With the same headers.', send: () => sendAndTell(sendByXhr)},
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
    send: () => postForm('text/plain'),
  },
  {
    id: 'form-encoded',
    title: 'Form, url-encoded',
    text: 'The same, as browsers have always sent it.',
    send: () => postForm('application/x-www-form-urlencoded'),
  },
  {
    id: 'beacon',
    title: 'sendBeacon',
    text: 'A text, without credentials: 401.',
    send: () => postBeacon(batch()),
  },
  {
    id: 'beacon-blob',
    title: 'sendBeacon of a Blob',
    text: 'With application/json.',
    send: () => postBeacon(new Blob([batch()], {type: 'application/json'})),
  },
  {
    id: 'worker',
    title: 'Worker',
    text: 'From a worker of this page.',
    send: () => sendAndTell(sendFromWorker),
  },
  {
    id: 'shared-worker',
    title: 'SharedWorker',
    text: 'From a worker that no tab owns.',
    send: () => sendAndTell(sendFromSharedWorker),
  },
  {
    id: 'service-worker',
    title: 'Service worker',
    text: 'On its own account.',
    send: () => sendAndTell(sendFromServiceWorker),
  },
  {
    id: 'iframe',
    title: 'Frame of another origin',
    text: 'From a hidden frame.',
    send: () => sendAndTell(sendFromFrame),
  },
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
        // The page is gone, so a failure cannot be shown.
        fetch(endpoint, {method: 'POST', headers: signed, body: batch(), keepalive: true}).catch(
          () => undefined,
        );
      }),
  },
];

/** Good batches to a server that does not work well. */
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
