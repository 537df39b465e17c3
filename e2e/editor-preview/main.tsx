/// <reference types="vite/client" />
import '../../src/ui/tokens.css';
import '../../src/panel/view/panel.css';
import {signal} from '@preact/signals';
import {render} from 'preact';
import type {CapturedRequest, Outcome} from '../../src/domain/capture/captured-request';
import {inspectRequest} from '../../src/domain/inspect-request';
import {defaultSettings} from '../../src/domain/settings';
import type {CaptureMessage} from '../../src/messages/capture-channel';
import type {BackgroundAnswers, BackgroundMessage} from '../../src/messages/to-background';
import {nextFrame} from '../../src/panel/ports/next-frame';
import {pause} from '../../src/panel/ports/pause';
import {createPanelStore} from '../../src/panel/store/create-panel-store';
import type {BackgroundPort, PanelDependencies} from '../../src/panel/store/panel-dependencies';
import {createMemoryLog} from '../../src/panel/store/test-support/create-memory-log';
import {createMemoryPlans, toPlanSource} from '../../src/panel/store/test-support/create-memory-plans';
import {createMemoryRuns} from '../../src/panel/store/test-support/create-memory-runs';
import {startLocalJudge} from '../../src/panel/store/test-support/start-local-judge';
import {Toast} from '../../src/panel/view/frame/Toast';
import {KeyboardScope} from '../../src/panel/view/keyboard/KeyboardScope';
import {StoreContext} from '../../src/panel/view/store-context';
import {buildArea} from '../../src/storage/build-area';
import {openTargetCredentials} from '../../src/storage/secrets/target-credentials';
import {buildSample, type SampleName} from './samples';

const parameters = new URLSearchParams(location.search);
const sample = buildSample((parameters.get('sample') ?? 'faulty') as SampleName);
const theme = parameters.get('theme');
if (theme) document.documentElement.dataset.theme = theme;

const log = createMemoryLog([sample]);
const listeners = new Set<(message: CaptureMessage) => void>();

const cancelled = new Set<string>();

/** Takes a second, like a server, and responds like the Track API. */
async function answer(id: string): Promise<{ok: true}> {
  await commit(id, {state: 'pending'});
  await new Promise((resolve) => setTimeout(resolve, 700));
  if (cancelled.has(id)) return {ok: true};
  const [record] = await log.get([id]);
  const faults = record
    ? inspectRequest(record).issues.filter(({severity}) => severity === 'error').length
    : 0;
  const body =
    faults > 0 ? {success: false, message: 'Invalid timestamp'} : {success: true, message: 'Accepted'};
  await commit(id, {
    state: 'answered',
    status: faults > 0 ? 400 : 200,
    statusText: faults > 0 ? 'Bad Request' : 'OK',
    headers: {state: 'known', list: []},
    body: {kind: 'text', text: JSON.stringify(body), mimeType: 'application/json'},
    endedAt: Date.now(),
  });
  // Simulates a background that needs more time to finish.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {ok: true};
}

async function commit(id: string, outcome: Outcome): Promise<void> {
  await log.update(id, (record: CapturedRequest) => ({...record, outcome}));
  for (const listener of listeners) listener({type: 'committed', ids: [id]});
}

async function send(message: BackgroundMessage): Promise<BackgroundAnswers[BackgroundMessage['type']]> {
  if (message.type === 'send-replay') return answer(message.id);
  if (message.type === 'cancel-replay') {
    cancelled.add(message.id);
    await commit(message.id, {state: 'unknown', reason: 'It was cancelled.'});
  }
  return {ok: true};
}

const settings = signal({
  ...defaultSettings,
  replay: {
    ...defaultSettings.replay,
    targets: [
      {name: 'Staging', baseUrl: 'https://staging.example.test', production: false},
      {name: 'Live', baseUrl: 'https://api.app.thrivestack.ai', production: parameters.has('production')},
    ],
  },
});

const plans = createMemoryPlans();
const dependencies: PanelDependencies = {
  tabId: 7,
  log,
  plans,
  openKeptRuns: async () => createMemoryRuns(),
  secrets: {
    keep: async (value) => value,
    keepAll: async (values) => new Map(values.map((value) => [value, value])),
    values: async () => new Map(),
  },
  targetCredentials: openTargetCredentials({
    area: buildArea(),
    locks: navigator.locks,
    secrets: {keep: async (value) => value},
  }),
  settings: {value: settings, change: (toNext) => (settings.value = toNext(settings.peek()))},
  // Each message has its own response type; one function handles all of them here.
  background: {send: send as BackgroundPort['send']},
  permissions: {granted: async () => [], request: async () => undefined, subscribe: () => () => undefined},
  subscribe: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  reloadPage: () => undefined,
  openSettings: () => undefined,
  version: '0.1.0',
  pageUrl: signal('https://app.example.test/'),
  startJudge: startLocalJudge({
    log,
    inspect: (request, current) => inspectRequest(request, {settings: current}),
    inspectText: () => [],
    planSource: toPlanSource(plans),
    now: Date.now,
    pause,
  }),
  now: Date.now,
  pause,
  nextFrame,
};

/** For tests: the bodies that were sent, in order. */
declare global {
  interface Window {
    readSentBodies(): Promise<string[]>;
  }
}
window.readSentBodies = async () => {
  const bodies: string[] = [];
  for await (const records of log.list(7)) {
    for (const {id, body} of records) {
      if (id !== sample.id)
        bodies.push(
          body.kind === 'bytes' ? new TextDecoder('utf-8', {ignoreBOM: true}).decode(body.bytes) : '',
        );
    }
  }
  return bodies;
};

const store = createPanelStore(dependencies);
await store.start();
const {EditPane} = await import('../../src/panel/view/editor/EditPane');
const host = document.getElementById('pane');
if (host) {
  render(
    <StoreContext.Provider value={store}>
      <KeyboardScope onFilter={() => undefined} onCoverage={() => undefined} onHelp={() => undefined}>
        <EditPane store={store} request={sample} />
        <Toast place="panel" />
      </KeyboardScope>
    </StoreContext.Provider>,
    host,
  );
}
