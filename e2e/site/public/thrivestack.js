/**
 * Sends events the way the vendor's browser script (2.0.1) does: arrays by plain `fetch` with `x-api-key`; events
 * captured by itself wait for ten of their kind or two seconds; what the app tracks goes out at once; three attempts
 * with the same body, one and two seconds apart, then a captured batch goes back to the front of the queue.
 */
const FLUSH_AT = 10;
const FLUSH_AFTER_MS = 2000;
const WAITS_BETWEEN_ATTEMPTS_MS = [1000, 2000];

/**
 * @param {{endpoint: string, apiKey: string, identity: () => {user: string, group: string},
 *   onSent?: (sent: {events: object[], attempt: number, status: number | null, message: string}) => void}} options
 */
export function createThriveStack({endpoint, apiKey, identity, onSent = () => undefined}) {
  const context = {
    device_id: storedId(localStorage, 'device_id'),
    session_id: storedId(sessionStorage, 'session_id'),
  };
  let queue = [];
  let timer = 0;

  /** Sends events of the app at once, with only the context that the app gave. */
  function track(events) {
    return sendWithRetries(events);
  }

  /** Queues an event that the script captured by itself. */
  function capture(name, properties) {
    const {user, group} = identity();
    queue.push({
      event_name: name,
      properties,
      user_id: user,
      context: {group_id: group, ...context, source: 'product'},
      timestamp: new Date().toISOString(),
    });
    if (queue.length >= FLUSH_AT) flush();
    else timer ||= setTimeout(flush, FLUSH_AFTER_MS);
  }

  async function flush() {
    clearTimeout(timer);
    timer = 0;
    const events = queue;
    queue = [];
    const arrived = await sendWithRetries(events);
    if (!arrived) queue = [...events, ...queue];
  }

  async function sendWithRetries(events) {
    const body = JSON.stringify(events);
    for (let attempt = 1; attempt <= WAITS_BETWEEN_ATTEMPTS_MS.length + 1; attempt += 1) {
      if (await attemptToSend(events, body, attempt)) return true;
      await wait(WAITS_BETWEEN_ATTEMPTS_MS[attempt - 1] ?? 0);
    }
    return false;
  }

  async function attemptToSend(events, body, attempt) {
    try {
      const headers = {'Content-Type': 'application/json', 'x-api-key': apiKey};
      const response = await fetch(endpoint, {method: 'POST', headers, body});
      const {message = ''} = await response.json();
      onSent({events, attempt, status: response.status, message});
      return response.ok;
    } catch (error) {
      onSent({events, attempt, status: null, message: String(error)});
      return false;
    }
  }

  return {track, capture};
}

function wait(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function storedId(storage, key) {
  const id = storage.getItem(key) ?? crypto.randomUUID();
  storage.setItem(key, id);
  return id;
}
