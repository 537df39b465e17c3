import {render} from 'preact';
import browser from 'webextension-polyfill';
import {CAPTURE_CHANNEL, type CaptureMessage} from '../messages/capture-channel';
import {deleteCaptureDatabase} from '../storage/log/capture-database';
import {openPanelLog} from '../storage/log/open-panel-log';
import {openPlans} from '../storage/open-plans';
import {openStores} from '../storage/open-stores';
import {openTargetCredentials} from '../storage/secrets/target-credentials';
import {openSettings} from '../storage/settings-store';
import {whenSlow} from '../storage/when-slow';
import {createBackgroundPort} from './ports/background-port';
import {followPage} from './ports/follow-page';
import {followTheme} from './ports/follow-theme';
import {nextFrame, untilPainted} from './ports/next-frame';
import {paceFrames} from './ports/pace-frames';
import {createPanelPermissions} from './ports/panel-permissions';
import {createPanelSettings} from './ports/panel-settings';
import {pause} from './ports/pause';
import {startJudgeWorker} from './ports/start-judge-worker';
import {createPanelStore} from './store/create-panel-store';
import {Panel} from './view/Panel';
import {StartFailure} from './view/StartFailure';
import {StartWait} from './view/StartWait';

followTheme(browser.devtools.panels, document.documentElement);

const root = document.getElementById('root');
if (root) {
  try {
    await open(root);
  } catch (error) {
    console.error(error);
    fail(root, error);
  }
}

function fail(root: HTMLElement, error: unknown): void {
  const beginAnew = () =>
    deleteCaptureDatabase().then(
      () => location.reload(),
      (reason: unknown) => fail(root, reason),
    );
  render(<StartFailure error={error} onDelete={beginAnew} />, root);
}

/** The database of saved runs, and the channel with which panels notify each other of changes. */
const RUNS = 'track-inspector-runs';
/** A log opens in about 50 ms; if it takes longer, another page may be holding it. */
const SLOW_MS = 5_000;

async function open(root: HTMLElement): Promise<void> {
  const area = browser.storage.session;
  const settingsStore = openSettings(browser.storage.local, navigator.locks);

  // A channel does not receive its own messages, so this panel's messages are sent on one channel and received on the
  // other.
  const outgoing = new BroadcastChannel(CAPTURE_CHANNEL);
  const incoming = new BroadcastChannel(CAPTURE_CHANNEL);
  const opening = openStores({
    openLog: openPanelLog,
    area,
    locks: navigator.locks,
    settings: settingsStore,
    onEvent: (event) => outgoing.postMessage(event satisfies CaptureMessage),
    onError: (error) => store.notices.fail(error),
  });
  const {secrets, log} = await whenSlow(opening, {
    afterMs: SLOW_MS,
    tell: () => render(<StartWait />, root),
  });

  const background = createBackgroundPort((message) => browser.runtime.sendMessage(message));
  const store = createPanelStore({
    tabId: browser.devtools.inspectedWindow.tabId,
    log,
    secrets,
    targetCredentials: openTargetCredentials({area, locks: navigator.locks, secrets}),
    plans: openPlans(),
    // Only when coverage is opened: the list does not need it.
    openKeptRuns: async () =>
      (await import('../storage/run-store')).openRunStore(RUNS, new BroadcastChannel(RUNS)),
    settings: createPanelSettings(settingsStore, (error) => store.notices.fail(error)),
    background,
    permissions: createPanelPermissions(browser, background),
    subscribe(listener) {
      const onMessage = ({data}: MessageEvent<CaptureMessage>) => listener(data);
      incoming.addEventListener('message', onMessage);
      return () => incoming.removeEventListener('message', onMessage);
    },
    pageUrl: followPage(browser.devtools, (url, at) => store.navigated(url, at)),
    startJudge: startJudgeWorker,
    reloadPage: () => browser.devtools.inspectedWindow.reload(),
    openSettings: () => {
      background.send({type: 'open-settings'}).catch(store.notices.fail);
    },
    version: browser.runtime.getManifest().version,
    now: Date.now,
    pause,
    nextFrame: paceFrames({
      nextFrame,
      untilPainted,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      now: () => performance.now(),
    }),
  });

  render(<Panel store={store} />, root);
  await store.start();
}
