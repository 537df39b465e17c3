/** Sends on request: as a dedicated, shared or service worker, with the same script. */
async function send({endpoint, headers, body: text, asBlob}) {
  const body = asBlob ? new Blob([text], {type: headers['Content-Type']}) : text;
  const response = await fetch(endpoint, {method: 'POST', headers, body});
  return {type: 'sent', status: response.status, text: await response.text()};
}

async function hear({data, source, target}) {
  if (data?.type !== 'send') return;
  const answer = await send(data);
  // A service worker replies to the page that asked; a port and a dedicated worker have only one other end.
  (source ?? target).postMessage(answer);
}

if ('onconnect' in self) {
  self.addEventListener('connect', ({ports: [port]}) => {
    port.addEventListener('message', hear);
    port.start();
  });
} else {
  self.addEventListener('message', (event) => {
    const done = hear(event);
    if ('waitUntil' in event) event.waitUntil(done);
  });
}
