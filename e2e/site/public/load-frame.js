// Sends batches of 1 to 50 events, with a limited number in parallel, as far as the parent page allows.

const headers = {'Content-Type': 'application/json', 'x-api-key': 'ts_load_key_77aa'};
const counts = {sent: 0, ended: 0, refused: 0};
let order = null;
let limit = 0;

addEventListener('message', ({data}) => {
  if (data?.type === 'prepare') order = data;
  else if (data?.type === 'allow') limit = data.limit;
  else return;
  pump();
});

function pump() {
  while (order && counts.sent < Math.min(limit, order.count) && counts.sent - counts.ended < order.inFlight) {
    void send(counts.sent++);
  }
}

async function send(index) {
  const {frame, endpoint, closed, refusedEvery} = order;
  const base = refusedEvery > 0 && index % refusedEvery === refusedEvery - 1 ? closed : endpoint;
  try {
    const url = `${base}?load=${frame}-${index}`;
    const response = await fetch(url, {method: 'POST', headers, body: toBatch(frame, index)});
    await response.text();
  } catch {
    // Some should fail; the count shows whether others did.
    counts.refused += 1;
  }
  counts.ended += 1;
  pump();
  parent.postMessage({type: 'counts', frame, counts}, '*');
}

function toBatch(frame, index) {
  const events = Array.from({length: 1 + ((index * 17 + frame * 11) % 50)}, (_, event) => ({
    event_name: `load_${frame}_${index}`,
    user_id: `user-${event}`,
    timestamp: new Date().toISOString(),
    properties: {feature: 'Lasttest ä €', position: event, text: 'x'.repeat((event * 7) % 60)},
    context: {group_id: `account-${frame}`},
  }));
  return JSON.stringify(events);
}
