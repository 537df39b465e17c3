import {type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {createListeners} from '../../../domain/listeners';
import {defaultSettings, type Settings} from '../../../domain/settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {Issue} from '../../../domain/verdict/issue';
import type {CaptureMessage} from '../../../messages/capture-channel';
import {buildArea, buildLocks} from '../../../storage/build-area';
import type {PlanStore} from '../../../storage/plan-store';
import {openTargetCredentials} from '../../../storage/secrets/target-credentials';
import {createPanelStore, type PanelStore} from '../create-panel-store';
import type {StartJudge} from '../judge/judge-connection';
import type {PanelDependencies} from '../panel-dependencies';
import {createMemoryLog} from './create-memory-log';
import {createMemoryPlans, toPlanSource} from './create-memory-plans';
import {createMemoryRuns} from './create-memory-runs';
import {startLocalJudge} from './start-local-judge';

export interface TestStore {
  store: PanelStore;
  log: PanelDependencies['log'];
  settings: Signal<Settings>;
  granted: string[];
  /** Sends a message to the store, like the channel. */
  emit(message: CaptureMessage): void;
}

export interface TestStoreOptions {
  records?: readonly CapturedRequest[];
  inspect: (request: CapturedRequest) => Inspection;
  /** Additional issues that the judge finds in a text; none by default. */
  inspectText?: () => readonly Issue[];
  secrets?: ReadonlyMap<string, string>;
  granted?: string[];
  /** The user's tracking plans; none by default. */
  plans?: PlanStore;
  /** Wraps the judge of the panel. */
  withJudge?: (startJudge: StartJudge) => StartJudge;
  dependencies?: Partial<PanelDependencies>;
}

/** A panel's store for tab 7 with a log in memory. */
export function createTestStore(options: TestStoreOptions): TestStore {
  const {subscribe, tell} = createListeners<CaptureMessage>();
  const emit = (message: CaptureMessage) => tell(structuredClone(message));
  const log = createMemoryLog(options.records, emit);
  const settings = signal(defaultSettings);
  const secrets = buildFixedSecrets(options.secrets);
  const granted = options.granted ?? ['*://*/*'];
  const plans = options.plans ?? createMemoryPlans();
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
  const startJudge = startLocalJudge({
    log: options.dependencies?.log ?? log,
    inspect: options.inspect,
    inspectText: options.inspectText ?? (() => []),
    planSource: toPlanSource(plans),
    now: () => Date.now(),
    pause,
  });
  const store = createPanelStore({
    tabId: 7,
    log,
    plans,
    startJudge: options.withJudge?.(startJudge) ?? startJudge,
    openKeptRuns: async () => createMemoryRuns(),
    secrets,
    targetCredentials: openTargetCredentials({area: buildArea(), locks: buildLocks(), secrets}),
    settings: {
      value: settings,
      change(toNext) {
        settings.value = toNext(settings.peek());
      },
    },
    background: {send: ({type}) => Promise.reject(new Error(`The test answers no ${type}.`))},
    permissions: {
      granted: async () => [...granted],
      request: async (patterns) => void granted.push(...patterns),
      subscribe: () => () => undefined,
    },
    subscribe,
    pageUrl: signal('https://app.example.test/signup'),
    reloadPage: () => undefined,
    openSettings: () => undefined,
    version: '0.1.0',
    now: () => Date.now(),
    pause,
    nextFrame: (work) => work(),
    ...options.dependencies,
  });
  return {store, log, settings, granted, emit};
}

/** Secrets with fixed values; does not keep others. */
function buildFixedSecrets(values: TestStoreOptions['secrets'] = new Map()): PanelDependencies['secrets'] {
  const fail = () => Promise.reject(new Error('Nothing keeps secrets in this test.'));
  return {
    keep: fail,
    keepAll: fail,
    values: async (references) =>
      new Map([...values].filter(([reference]) => references.includes(reference))),
  };
}
