/**
 * Sends events like the vendor's browser script (2.0.1): arrays with plain `fetch` and `x-api-key`. Automatically
 * captured events wait for ten of their kind or two seconds; events tracked by the app are sent immediately. Three
 * attempts with the same body, one and two seconds apart, then a captured batch goes back to the front of the queue.
 * User and account are sent immediately, but only if they changed; a group call has no context.
 */
const FLUSH_AT = 10;
const FLUSH_AFTER_MS = 2000;
const WAITS_BETWEEN_ATTEMPTS_MS = [1000, 2000];

/**
 * @param {{endpoint: string, identifyEndpoint: string, groupEndpoint: string, apiKey: string, identity: () => {user: string, group: string},
 *   onSent?: (sent: {events: object[], attempt: number, status: number | null, message: string}) => void}} options
 */
export function createThriveStack({
  endpoint,
  identifyEndpoint,
  groupEndpoint,
  apiKey,
  identity,
  onSent = () => undefined,
}) {
  const context = {
    device_id: storedId(localStorage, 'device_id'),
    session_id: storedId(sessionStorage, 'session_id'),
  };
  let queue = [];
  let timer = 0;

  /** Sends events of the app immediately, with only the context that the app passed. */
  function track(events) {
    return sendWithRetries(events);
  }

  /** Identifies the user. */
  async function setUser(userId, email, name) {
    if (!isNews('user_id', userId)) return;
    const call = {
      user_id: userId,
      traits: {user_email: email, user_name: name},
      context: {group_id: identity().group, ...context, source: 'product'},
      timestamp: new Date().toISOString(),
    };
    await sendWithRetries([call], identifyEndpoint);
  }

  /** Sets the account that the user belongs to. */
  async function setGroup(groupId, domain, name) {
    if (!isNews('group_id', groupId)) return;
    const call = {
      group_id: groupId,
      user_id: identity().user,
      traits: {group_type: 'Account', account_domain: domain, account_name: name},
      timestamp: new Date().toISOString(),
    };
    await sendWithRetries([call], groupEndpoint);
  }

  /** Queues an automatically captured event. */
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

  async function sendWithRetries(events, url = endpoint) {
    const body = JSON.stringify(events);
    for (let attempt = 1; attempt <= WAITS_BETWEEN_ATTEMPTS_MS.length + 1; attempt += 1) {
      if (await attemptToSend(events, {url, body, attempt})) return true;
      await wait(WAITS_BETWEEN_ATTEMPTS_MS[attempt - 1] ?? 0);
    }
    return false;
  }

  async function attemptToSend(events, {url, body, attempt}) {
    try {
      const headers = {'Content-Type': 'application/json', 'x-api-key': apiKey};
      const response = await fetch(url, {method: 'POST', headers, body});
      const {message = ''} = await response.json();
      onSent({events, attempt, status: response.status, message});
      return response.ok;
    } catch (error) {
      onSent({events, attempt, status: null, message: String(error)});
      return false;
    }
  }

  return {track, capture, setUser, setGroup};
}

/** Whether another ID was set before; the vendor stores it in a cookie. */
function isNews(key, id) {
  if (localStorage.getItem(key) === id) return false;
  localStorage.setItem(key, id);
  return true;
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
