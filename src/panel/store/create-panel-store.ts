import {computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CaptureMessage} from '../../messages/capture-channel';
import {type ConnectionStore, createConnection} from './create-connection';
import {createNotices, type Notices} from './create-notices';
import {createSecretsView, type SecretsView} from './create-secrets-view';
import {createDetail, type Detail} from './detail/create-detail';
import {createSelection, type Selection} from './detail/create-selection';
import {createTabs, type Tabs} from './detail/create-tabs';
import type {Selected} from './detail/selected';
import {isFirstRun} from './first-run';
import {type GoldenComparison, toMarks} from './golden/golden-comparison';
import {type CheckedLog, createCheckedLog} from './judge-client/checked-log';
import type {EntryMirror} from './judge-client/create-entry-mirror';
import {toOrigins} from './log/belongs-to-tab';
import {createLogActions, type LogActions} from './log/log-actions';
import {offerReload} from './offer-reload';
import type {PanelDependencies} from './panel-dependencies';
import {createListRows, type ListRows} from './rows/list-rows';
import type {Row} from './rows/row-index';

/** All that the panel's views read, and what they may do. */
export interface PanelStore
  extends Pick<PanelDependencies, 'settings' | 'pageUrl' | 'now' | 'pause'>,
    Pick<CheckedLog, 'filter' | 'coverage' | 'plans' | 'read' | 'ask'>,
    Pick<ListRows, 'rows' | 'totals' | 'passed' | 'found' | 'setFolded'>,
    LogActions {
  /** What the root handed in, for stores that are made when they are first needed: drafts, replays. */
  readonly dependencies: PanelDependencies;
  readonly list: Pick<EntryMirror, 'entries' | 'loaded' | 'get'>;
  readonly selection: Selection;
  readonly detail: ReadonlySignal<Detail>;
  readonly tabs: Tabs;
  readonly connection: ConnectionStore;
  readonly secrets: SecretsView;
  readonly notices: Notices;
  /** The text that somebody pastes to make a draft of, '' until it is there; null: nobody does. */
  readonly pasting: Signal<string | null>;
  /** Ids of the requests that somebody wants to send again; null: nobody does. */
  readonly resending: Signal<readonly string[] | null>;
  /** The menu that is open, of a row or of the columns. */
  readonly menu: Signal<OpenMenu | null>;
  /** Two rows that somebody compares; null: nobody does. */
  readonly comparing: Signal<Comparison | null>;
  /** The list held against a golden session; null: nobody wants that. */
  readonly golden: Signal<GoldenComparison | null>;
  /** What differs from it, by `toMarkKey` of the row. */
  readonly goldenMarks: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Whether the shortcuts and filter words are shown. */
  readonly helping: Signal<boolean>;
  /** Of the oldest unpinned requests, how many were dropped to keep the limits. */
  readonly dropped: ReadonlySignal<number>;
  /** The tab loaded a document that began at `at` (milliseconds since the epoch): a visit begins. */
  navigated(url: string, at: number): void;
  /** Reads the log and begins to listen. */
  start(): Promise<void>;
  dispose(): void;
}

/** It opens at `x` and `y` of the window. */
export type OpenMenu = {x: number; y: number} & (
  | {kind: 'row'; row: Row}
  | {kind: 'columns'; listWidth: number}
);

export interface Comparison {
  first: Selected;
  second: Selected;
}

export function createPanelStore(dependencies: PanelDependencies): PanelStore {
  const {tabId, log, background, permissions, settings, pageUrl, now, pause} = dependencies;
  const notices = createNotices();
  const golden = signal<GoldenComparison | null>(null);
  const checked = createCheckedLog(dependencies, notices);
  const {list, filter, coverage, plans, read, ask} = checked;
  const {beginVisit, ...rows} = createListRows(list.entries, filter, () => settings.value.value.panel.sort);
  const selection = createSelection(rows.rows, filter.whenApplied);
  const seenOrigins = () =>
    toOrigins(list.entries.peek().flatMap(({head}) => [head.url, head.origin.initiator]));
  const connection = createConnection({background, permissions, pageUrl, seenOrigins});
  const {detail, dispose: disposeDetail} = createDetail({
    selected: selection.selected,
    entries: list.entries,
    getEntry: list.get,
    cache: checked.cache,
    fetch: async (id) => (await read(id)) !== null,
    onFailure: notices.fail,
  });
  const dropped = signal(0);
  const stops = [disposeDetail, checked.dispose, connection.dispose];

  function receive(message: CaptureMessage) {
    switch (message.type) {
      case 'committed':
      case 'removed':
        return checked.tell(message);
      case 'dropped':
        if (message.tabId === tabId) dropped.value = message.count;
        return;
      case 'storage-trouble':
        return connection.setTrouble(message.message);
      case 'granted-origins':
        return connection.setGranted(message.origins);
    }
  }

  async function readDropped(): Promise<void> {
    const before = dropped.peek();
    const count = await log.countDropped(tabId);
    // What was received meanwhile is newer.
    if (dropped.peek() === before) dropped.value = count;
  }

  function whenLoaded(): Promise<void> {
    return new Promise((resolve) => {
      const stop = effect(() => {
        if (list.loaded.value) resolve();
      });
      stops.push(stop);
    });
  }

  return {
    ...{dependencies, settings, pageUrl, now, pause},
    ...{list, filter, coverage, plans, read, ask, selection, detail, connection, notices, dropped},
    ...rows,
    ...createLogActions({tabId, log, list, selection, notices}),
    tabs: createTabs(selection),
    secrets: createSecretsView(dependencies.secrets),
    pasting: signal<string | null>(null),
    resending: signal<readonly string[] | null>(null),
    menu: signal<OpenMenu | null>(null),
    comparing: signal<Comparison | null>(null),
    golden,
    goldenMarks: computed(() => toMarks(golden.value)),
    helping: signal(false),
    navigated(url, at) {
      checked.tell({type: 'page', url});
      beginVisit(at, !settings.value.peek().panel.preserveLog);
    },
    async start() {
      stops.push(dependencies.subscribe(receive));
      checked.start();
      await Promise.all([connection.refresh(), whenLoaded(), readDropped()]);
      // The first steps offer it themselves.
      const isOffered = () => !isFirstRun({list, settings});
      stops.push(offerReload(connection.connection, dependencies, notices, isOffered));
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
