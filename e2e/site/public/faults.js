import {apiKey} from './endpoint.js';
import {faultyBatches} from './faulty-batches.js';
import {badDays, post, senders} from './senders.js';
import {enableButtons} from './workspace.js';

const signed = {'Content-Type': 'application/json', 'x-api-key': apiKey};
const bodies = faultyBatches.map(({headers = signed, body, ...rest}) => ({
  ...rest,
  send: () => post(body(), {headers}),
}));

for (const [selector, entries] of [
  ['#bodies', bodies],
  ['#ways', senders],
  ['#bad-days', badDays],
]) {
  document.querySelector(selector).append(...entries.map(toCard));
}

document.querySelector('#behind-service-worker').addEventListener('click', async () => {
  await navigator.serviceWorker.register('/proxy-worker.js', {scope: '/proxied/'});
  location.assign('/proxied/faults.html');
});

enableButtons();

/** A button with the stable ID and a description; its result is shown in `#<id>-result`. */
function toCard({id, title, text, send}) {
  const card = document.querySelector('#card').content.cloneNode(true);
  const button = card.querySelector('button');
  const result = card.querySelector('output');
  card.querySelector('p').textContent = text;
  button.id = id;
  button.textContent = title;
  result.id = `${id}-result`;
  result.dataset.state = 'idle';
  button.addEventListener('click', () => run(send, result));
  return card;
}

async function run(send, result) {
  show(result, 'sending', 'sending…');
  try {
    show(result, 'done', await send());
  } catch (error) {
    show(result, 'failed', String(error));
  }
}

function show(result, state, text) {
  result.dataset.state = state;
  result.textContent = text;
  result.toggleAttribute('data-refused', /^[45]/.test(text));
}
