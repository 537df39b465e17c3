import {apiKey, endpoint, groupEndpoint, identifyEndpoint} from './endpoint.js';
import {createThriveStack} from './thrivestack.js';

/** The signed-in user of this visit. */
export function readSession() {
  return JSON.parse(sessionStorage.getItem('session') ?? 'null');
}

export function writeSession(session) {
  sessionStorage.setItem('session', JSON.stringify(session));
  showUser();
}

/** The session for a page that needs one: if there is none, Ada is signed in. */
export function expectSession() {
  const session = readSession() ?? {
    user: '766b3aef-5904-46fe-af05-a293fee8b345',
    group: 'b0497d1a-0159-4009-9454-8a1b0e7c0a60',
    name: 'Ada Marsh',
    email: 'ada@acme.example',
    company: 'Acme Inc.',
  };
  writeSession(session);
  return session;
}

export const thriveStack = createThriveStack({
  endpoint,
  identifyEndpoint,
  groupEndpoint,
  apiKey,
  identity: () => ({user: readSession()?.user ?? '', group: readSession()?.group ?? ''}),
  onSent: showSent,
});

/** An event as an app writes it, with the session's user and account. */
export function toEvent(name, properties, session = expectSession()) {
  return {
    event_name: name,
    properties,
    user_id: session.user,
    timestamp: new Date().toISOString(),
    context: {group_id: session.group},
  };
}

/** Adds a line to "What this page sent"; tests also use it to see that something is done. */
export function showSent({events, attempt = 1, status, message}) {
  const names = [...new Set(events.map(nameOf))].join(', ');
  const count = events.length > 1 ? ` × ${events.length}` : '';
  const item = document.createElement('li');
  item.dataset.status = String(status ?? 'failed');
  item.append(
    toCell('strong', names + count),
    toCell('span', `${status ?? 'no answer'}`),
    toCell('small', message),
  );
  if (attempt > 1) item.append(toCell('small', `attempt ${attempt}`));
  document.querySelector('#sent')?.prepend(item);
}

function nameOf({event_name, group_id}) {
  return event_name ?? (group_id === undefined ? 'identify' : 'group');
}

/** The page's script has attached its listeners to the buttons: now they can be pressed. */
export function enableButtons() {
  for (const button of document.querySelectorAll('button[disabled]')) button.disabled = false;
}

function toCell(tag, text) {
  const cell = document.createElement(tag);
  cell.textContent = text;
  return cell;
}

function showUser() {
  const session = readSession();
  const badge = document.querySelector('#who');
  if (badge) badge.textContent = session ? `${session.name} · ${session.company}` : 'Not signed in';
}

/** The vendor's script reports visits and clicks automatically; `?auto=off` turns that off for the visit. */
function captureByItself() {
  if (new URLSearchParams(location.search).get('auto') === 'off') sessionStorage.setItem('auto', 'off');
  if (sessionStorage.getItem('auto') === 'off') return;
  thriveStack.capture('page_visit', {
    page_url: location.href,
    page_path: location.pathname,
    page_referrer: document.referrer,
    page_title: document.title,
  });
}

showUser();
if (document.documentElement.dataset.silent === undefined) captureByItself();
