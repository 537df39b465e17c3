/**
 * The ways for a request to leave a page. Each takes what to send and resolves to `{status, text}`, or to null if the
 * page does not get the response.
 */

export async function sendByFetch({url, body, headers, ...init}) {
  const response = await fetch(url, {method: 'POST', headers, body, ...init});
  return response.type === 'opaque' ? null : {status: response.status, text: await response.text()};
}

export function sendByXhr({url, body, headers = {}}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = () => resolve({status: request.status, text: request.responseText});
    request.onerror = () => reject(new TypeError('XMLHttpRequest failed'));
    request.send(body);
  });
}

/** True: the browser has queued it. */
export function sendByBeacon({url, body}) {
  return navigator.sendBeacon(url, body);
}

/**
 * The response is loaded into the frame with that name. A form can't send JSON, except as text/plain with a special
 * field name.
 */
export function sendByForm({url, enctype, fields, target = 'form-answer'}) {
  const form = document.createElement('form');
  Object.assign(form, {method: 'post', action: url, enctype, target, hidden: true});
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    Object.assign(field, {type: 'hidden', name, value});
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}

/** JSON as the only field of a text/plain form: its `=` is inside a string, in place of the given word. */
export function splitAt(json, word) {
  const [head, tail] = json.split(word);
  return {[head]: tail};
}

let worker = null;

/** `asBlob`, here and below: the worker or frame makes a Blob of the body. */
export function sendFromWorker(order) {
  worker ??= new Worker('/worker.js');
  return askToSend(order, (message) => worker.postMessage(message), worker);
}

export function sendFromSharedWorker(order) {
  const {port} = new SharedWorker('/worker.js');
  port.start();
  return askToSend(order, (message) => port.postMessage(message), port);
}

export async function sendFromServiceWorker(order) {
  const registration = await navigator.serviceWorker.register('/worker.js', {scope: '/from-service-worker/'});
  const active = registration.installing ?? registration.waiting ?? registration.active;
  return askToSend(order, (message) => active.postMessage(message), navigator.serviceWorker);
}

/** The other loopback name is another site: frame and page have different origins. */
export async function sendFromFrame(order) {
  const url = new URL('/frame.html', location.href);
  url.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  const frame = document.createElement('iframe');
  Object.assign(frame, {src: url.href, title: 'A frame of another origin', hidden: true});
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  return askToSend(order, (message) => frame.contentWindow.postMessage(message, '*'), window);
}

/** Asks a worker, a frame or a service worker to send, and waits for its reply. */
function askToSend({url, headers, body, asBlob = false}, post, listenTo) {
  return new Promise((resolve) => {
    listenTo.addEventListener('message', function hear({data}) {
      if (data?.type !== 'sent') return;
      listenTo.removeEventListener('message', hear);
      resolve({status: data.status, text: data.text});
    });
    // Service workers' messages are not delivered before this call, unless `onmessage` is set.
    listenTo.startMessages?.();
    post({type: 'send', endpoint: url, headers, body, asBlob});
  });
}

export async function gzip(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
