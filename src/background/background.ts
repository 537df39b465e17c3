import type {Browser, Runtime} from 'webextension-polyfill';
import type {Settings} from '../domain/settings';
import {CAPTURE_CHANNEL, type CaptureMessage} from '../messages/capture-channel';
import {createReportBudget} from '../messages/report-budget';
import type {CaptureLogEvent, ObservingLog} from '../storage/log/capture-log';
import {openObservingLog} from '../storage/log/open-observing-log';
import {openStores} from '../storage/open-stores';
import {purgeOnce} from '../storage/purge-once';
import {purgeSessions} from '../storage/purge-sessions';
import {createSecretHider, type SecretHider} from '../storage/secrets/hide-secrets';
import type {SecretStore} from '../storage/secrets/secret-store';
import {openSettings} from '../storage/settings-store';
import {untilOpen} from '../storage/until-open';
import {type Capture, createWebRequestObserver} from './capture/create-web-request-observer';
import {createDocumentProbe, type DocumentTarget, readBegin} from './capture/document-probe';
import {listen} from './capture/listen';
import {createListenerScope} from './capture/listener-scope';
import {createPageUrls} from './capture/page-urls';
import {createHookKeeper} from './hook/keep-hooks';
import {type HookSender, toHookObservation} from './hook/to-hook-observation';
import {handleMessage, type MessageHandlers, reply, type Sender} from './messages';
import {cancelInPage} from './replay/cancel-in-page';
import {createReplayer, type Replayer} from './replay/create-replayer';
import {fetchAnswer} from './replay/fetch-answer';
import {fetchInPage} from './replay/fetch-in-page';
import {keepAwake} from './replay/keep-awake';
import {type Frame, type PageScripts, sendThroughPage} from './replay/send-through-page';
import {createSessionRules} from './replay/session-rules';

// Connects all parts. Every listener is registered synchronously: the browser only starts a stopped background for
// events that it listened to from the beginning, and may stop it again at any time.

// The APIs of both browsers return promises. The rest of the polyfill is for DevTools pages, and 2.5 KB.
const {browser = chrome} = globalThis as {browser?: Browser};
const baseUrl = browser.runtime.getURL('');
const ownOrigin = baseUrl.replace(/\/$/, '');
const channel = new BroadcastChannel(CAPTURE_CHANNEL);
const settings = openSettings(browser.storage.local, navigator.locks);
const rules = createSessionRules(browser.declarativeNetRequest, new URL(baseUrl).host);
const allows = createReportBudget(8_000);
const keepHooks = createHookKeeper(browser.scripting);
const parts = start();
const observer = createWebRequestObserver({
  capture: parts.then(toCapture),
  pageUrls: createPageUrls((tabId) => browser.tabs.get(tabId), createDocumentProbe(runReadBegin)),
  ownOrigin,
  onError: report,
});
const listenerScope = createListenerScope(listen(browser.webRequest, observer));
const replayer = parts.then(startReplayer);

browser.runtime.onMessage.addListener(hear as Runtime.OnMessageListenerCallback);
settings.ready.then(follow).catch(report);
settings.subscribe((next) => {
  follow(next).catch(report);
});
// A browser start clears everything of the previous session. If only the extension is new (updated or enabled), it is
// not known how long the browser has been running, so requests of its open tabs are kept.
browser.runtime.onStartup.addListener(() => {
  parts.then(({session}) => purgeSessions({session})).catch(report);
});
parts.then(purgeAtFirstStart).catch(report);
browser.tabs.onRemoved.addListener((tabId) => {
  parts.then(({log}) => log.forgetTab(tabId)).catch(report);
});
browser.permissions.onAdded.addListener(tellGrantedOrigins);
browser.permissions.onRemoved.addListener(tellGrantedOrigins);

declare const chrome: Browser;

interface Parts {
  log: ObservingLog;
  secrets: SecretStore;
  hider: SecretHider;
  session: string;
}

/** True: the response is sent later. The published type does not support listeners that respond to some messages only. */
function hear(
  message: unknown,
  sender: Sender & HookSender,
  send: (answer: unknown) => void,
): true | undefined {
  observeHook(message, sender).catch(report);
  const answer = handleMessage(message, sender, {id: browser.runtime.id, baseUrl, handlers: toHandlers()});
  if (answer === undefined) return undefined;
  reply(answer, send);
  return true;
}

async function start(): Promise<Parts> {
  const {session, secrets, log} = await untilOpen(
    () =>
      openStores({
        openLog: openObservingLog,
        area: browser.storage.session,
        locks: navigator.locks,
        settings,
        onEvent: tell,
        onError: report,
        // Most requests get their response sooner, so their later phases need only one write.
        writeInterval: 50,
      }),
    report,
  );
  const hider = createSecretHider(secrets, (message) => tell({type: 'storage-trouble', message}));
  return {log, secrets, hider, session};
}

function purgeAtFirstStart({session}: Parts): Promise<void> {
  return purgeOnce(browser.storage.session, session, async () => {
    const tabs = await browser.tabs.query({});
    await purgeSessions({session, openTabs: new Set(tabs.flatMap(({id}) => id ?? []))});
  });
}

function toCapture({log, hider}: Parts): Capture {
  return {settings: settings.current, hider, observe: (observation) => log.observe(observation)};
}

async function follow({capture, endpoints}: Settings): Promise<void> {
  listenerScope.need('endpoints of the user', endpoints.length > 0);
  await keepHooks(capture.hookedOrigins);
}

/** Reports of the page hook are logged like other observations, marked as reported by the page. */
async function observeHook(message: unknown, sender: HookSender): Promise<void> {
  const observation = toHookObservation(message, sender, {
    id: browser.runtime.id,
    settings: await settings.ready.then(settings.current),
    now: Date.now(),
    allows,
  });
  if (observation === null) return;
  const {log, hider} = await parts;
  const url = await hider.hideInUrl(observation.url);
  const pageUrl = observation.pageUrl && (await hider.hideInUrl(observation.pageUrl));
  await log.observe({...observation, url, pageUrl});
}

/** Cleans up after the previous background: rules that would rewrite requests, and replays that are no longer awaited. */
async function startReplayer(parts: Parts): Promise<Replayer> {
  const created = createReplayer({
    ...parts,
    rules,
    fetchAnswer,
    fetchInPage: (record, request, signal) => sendThroughPage(pageScripts, record, request, signal),
    // The browsers count these as activity: Chromium the first call, Firefox the event of the second.
    keepAwake: (task) =>
      keepAwake(
        () =>
          Promise.all([browser.runtime.getPlatformInfo(), browser.storage.session.set({awake: Date.now()})]),
        task,
      ),
    listenToAllUrls,
    settled: observer.settled,
    now: Date.now,
  });
  await rules.clear();
  const interrupted = await created.giveUpInterrupted();
  listenerScope.need('replays', interrupted > 0);
  return created;
}

/**
 * A replay can be sent to any address. Listens from the first replay until this background ends, so that late events
 * are received too.
 */
async function listenToAllUrls(): Promise<void> {
  listenerScope.need('replays', true);
  // Calls are processed in order, so once this one has returned, the listeners are registered.
  await browser.runtime.getPlatformInfo();
}

async function runReadBegin(target: DocumentTarget): Promise<unknown> {
  const [injected] = await browser.scripting.executeScript({
    target,
    func: readBegin,
    injectImmediately: true,
  });
  return injected?.result;
}

const pageScripts: PageScripts = {
  fetch: (frame, request) => runInPage(frame, fetchInPage, request),
  cancel: (frame, cancelEvent) => runInPage(frame, cancelInPage, cancelEvent),
};

async function runInPage<Arg>(
  {tabId, frameId}: Frame,
  func: (arg: Arg) => unknown,
  arg: Arg,
): Promise<unknown> {
  const target = {tabId, frameIds: [frameId]};
  const [injected] = await browser.scripting.executeScript({target, world: 'MAIN', func, args: [arg]});
  return injected?.result;
}

function toHandlers(): MessageHandlers {
  return {
    'send-replay': async ({id}) => (await replayer).send(id),
    'cancel-replay': async ({id}) => ({ok: (await replayer).cancel(id)}),
    'keep-alive': async () => ({ok: true}),
    'granted-origins': async () => ({origins: await grantedOrigins()}),
    'open-permission-page': async ({origins}) => {
      const url = new URL('src/permission-page/permission.html', baseUrl);
      for (const origin of origins) url.searchParams.append('origin', origin);
      await browser.tabs.create({url: url.href});
      return {ok: true};
    },
    'open-settings': async () => {
      await browser.runtime.openOptionsPage();
      return {ok: true};
    },
  };
}

async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

function tellGrantedOrigins(): void {
  grantedOrigins()
    .then((origins) => tell({type: 'granted-origins', origins}))
    .catch(report);
}

function tell(message: CaptureMessage | CaptureLogEvent): void {
  channel.postMessage(message);
}

/** Errors that the extension cannot handle are at least shown in the browser's error list. */
function report(error: unknown): void {
  console.error('Track Inspector:', error);
}
