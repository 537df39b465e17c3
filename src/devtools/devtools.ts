import browser from 'webextension-polyfill';
import type {HarObservation} from '../domain/capture/observation';
import {createRedirectWatch} from '../domain/har/unfollowed-redirects';
import {matchEndpoint} from '../domain/protocols/endpoints';
import {CAPTURE_CHANNEL, type CaptureMessage} from '../messages/capture-channel';
import type {ObservingLog} from '../storage/log/capture-log';
import {openObservingLog} from '../storage/log/open-observing-log';
import {openStores} from '../storage/open-stores';
import {createSecretHider, type SecretHider} from '../storage/secrets/hide-secrets';
import {openSettings} from '../storage/settings-store';
import {untilOpen} from '../storage/until-open';
import {type HarContent, type HarEntry, toHarContent} from './har-entry';
import {type PlainHarObservation, toHarObservation} from './to-har-observation';

// The entry file of the DevTools page: it creates the panel and logs what DevTools itself shows, so that the panel
// works before any permission is granted, and responses have their text.

const {devtools} = browser;
const {tabId} = devtools.inspectedWindow;
const channel = new BroadcastChannel(CAPTURE_CHANNEL);
const settings = openSettings(browser.storage.local, navigator.locks);
const parts = start();
const isUnfollowedRedirect = createRedirectWatch();
let pageUrl: string | null = null;

devtools.panels.create('Track Inspector', '/icons/icon-16.png', '/src/panel/panel.html').catch(report);
devtools.inspectedWindow
  .eval('location.href')
  .then((result: unknown) => {
    // Firefox and the polyfill return a pair with the exception, Chromium's own promise only the value.
    const href: unknown = Array.isArray(result) ? result[0] : result;
    if (typeof href === 'string') pageUrl ??= href;
  })
  .catch(report);
devtools.network.onNavigated.addListener((url) => {
  pageUrl = url;
});
devtools.network.onRequestFinished.addListener((finished) => {
  // The published type does not have the entry's fields.
  const entry = finished as unknown as HarEntry & {getContent(): Promise<unknown>};
  const wasSent = !isUnfollowedRedirect(entry, Date.parse(entry.startedDateTime));
  if (!wasSent || matchEndpoint(entry.request, settings.current()) === null) return;
  // Requested synchronously: once the page has navigated, the content is gone.
  const content = entry.getContent().then(toHarContent, () => null);
  observe(entry, content, pageUrl).catch(report);
});

async function start(): Promise<{log: ObservingLog; hider: SecretHider}> {
  const {secrets, log} = await untilOpen(
    () =>
      openStores({
        openLog: openObservingLog,
        area: browser.storage.session,
        locks: navigator.locks,
        settings,
        onEvent: tell,
        onError: report,
      }),
    report,
  );
  return {log, hider: createSecretHider(secrets, (message) => tell({type: 'storage-trouble', message}))};
}

async function observe(
  entry: HarEntry,
  content: Promise<HarContent | null>,
  url: string | null,
): Promise<void> {
  const plain = toHarObservation(entry, await content, {tabId, url});
  const {log, hider} = await parts;
  await log.observe(await withoutSecrets(plain, hider));
}

async function withoutSecrets(plain: PlainHarObservation, hider: SecretHider): Promise<HarObservation> {
  const {answer} = plain;
  return {
    ...plain,
    url: await hider.hideInUrl(plain.url),
    pageUrl: plain.pageUrl && (await hider.hideInUrl(plain.pageUrl)),
    headers: await toHeaders(plain.headers, hider),
    answer: answer && {...answer, headers: await toHeaders(answer.headers, hider)},
  };
}

/** DevTools shows no headers at all if it does not know any. */
async function toHeaders(headers: PlainHarObservation['headers'], hider: SecretHider) {
  return headers.length === 0 ? ({state: 'unknown'} as const) : hider.hideInHeaders(headers);
}

function tell(message: CaptureMessage): void {
  channel.postMessage(message);
}

function report(error: unknown): void {
  console.error('Track Inspector:', error);
}
