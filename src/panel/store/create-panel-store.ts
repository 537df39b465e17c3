import type {ReadonlySignal} from '@preact/signals';
import type {CaptureMessage} from '../../messages/capture-channel';
import {type ConnectionStore, createConnection} from './create-connection';
import {createNotices, type Notices} from './create-notices';
import {createOverlays, type Overlays} from './create-overlays';
import {createSecretsView, type SecretsView} from './create-secrets-view';
import {createDetail, type Detail} from './detail/create-detail';
import {createSelection, type Selection} from './detail/create-selection';
import {createTabs, type Tabs} from './detail/create-tabs';
import {isFirstRun} from './first-run';
import {type CheckedLog, createCheckedLog} from './judge-client/checked-log';
import type {EntryMirror} from './judge-client/create-entry-mirror';
import {toOrigins} from './log/belongs-to-tab';
import {createDroppedCount, type DroppedCount} from './log/dropped-count';
import {createLogActions, type LogActions} from './log/log-actions';
import {offerReload} from './offer-reload';
import type {PanelDependencies} from './panel-dependencies';
import {createListRows, type ListRows} from './rows/list-rows';
import {toShownSort} from './rows/sort-entries';

/** The data that the panel's views read, and the actions that they call. */
export interface PanelStore
  extends Pick<PanelDependencies, 'settings' | 'pageUrl' | 'now' | 'pause'>,
    Pick<CheckedLog, 'filter' | 'coverage' | 'plans' | 'read' | 'ask'>,
    Pick<ListRows, 'rows' | 'totals' | 'passed' | 'found' | 'setFolded'>,
    LogActions,
    Overlays,
    Pick<DroppedCount, 'dropped'> {
  /** The dependencies, for stores that are created when they are first needed: drafts, replays. */
  readonly dependencies: PanelDependencies;
  readonly list: Pick<EntryMirror, 'entries' | 'loaded' | 'whenLoaded' | 'get' | 'has'>;
  readonly selection: Selection;
  readonly detail: ReadonlySignal<Detail>;
  readonly tabs: Tabs;
  readonly connection: ConnectionStore;
  readonly secrets: SecretsView;
  readonly notices: Notices;
  /** Starts a page visit: the tab loaded a document at `at` (milliseconds since the epoch). */
  navigated(url: string, at: number): void;
  /** Reads the log and starts listening to changes. */
  start(): Promise<void>;
  dispose(): void;
}

export function createPanelStore(dependencies: PanelDependencies): PanelStore {
  const {tabId, log, background, permissions, settings, pageUrl, now, pause} = dependencies;
  const notices = createNotices();
  const checked = createCheckedLog(dependencies, notices);
  const {list, filter, coverage, plans, read, ask} = checked;
  const {beginVisit, ...rows} = createListRows(list.entries, filter, () =>
    toShownSort(settings.value.value.panel),
  );
  const selection = createSelection({
    rows: rows.rows,
    whenListed: filter.whenApplied,
    isListed: list.has,
  });
  const seenOrigins = () => toSeenOrigins(list);
  const connection = createConnection({
    background,
    permissions,
    pageUrl,
    seenOrigins,
    onFailure: notices.fail,
  });
  const {detail, dispose: disposeDetail} = createDetail({
    selected: selection.selected,
    entries: list.entries,
    getEntry: list.get,
    cache: checked.cache,
    fetch: async (id) => (await read(id)) !== null,
    onFailure: notices.fail,
  });
  const {dropped, ...droppedCount} = createDroppedCount({tabId, log});
  const stops = [disposeDetail, checked.dispose, connection.dispose];

  function receive(message: CaptureMessage) {
    switch (message.type) {
      case 'committed': {
        const {type, ids} = message;
        return checked.tell({type, ids, canWait: (message.tabId ?? tabId) !== tabId});
      }
      case 'removed':
        return checked.tell(message);
      case 'dropped':
        if (message.tabId === tabId) droppedCount.note(message.count);
        return;
      case 'storage-trouble':
        return connection.setTrouble(message.message);
      case 'granted-origins':
        return connection.setGranted(message.origins);
    }
  }

  return {
    ...{dependencies, settings, pageUrl, now, pause},
    ...{list, filter, coverage, plans, read, ask, selection, detail, connection, notices, dropped},
    ...rows,
    ...createLogActions({tabId, log, list, selection, notices, connection}),
    ...createOverlays(),
    tabs: createTabs(selection),
    secrets: createSecretsView(dependencies.secrets),
    navigated(url, at) {
      checked.tell({type: 'page', url});
      beginVisit(at, !settings.value.peek().panel.preserveLog);
    },
    async start() {
      stops.push(dependencies.subscribe(receive));
      checked.start();
      await Promise.all([connection.refresh(), list.whenLoaded, droppedCount.read()]);
      // The first-steps page has its own offer.
      const isOffered = () => !isFirstRun({list, settings});
      stops.push(offerReload(connection.connection, dependencies, notices, isOffered));
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** The origins of the requests, and of the pages that sent them. */
function toSeenOrigins({entries}: Pick<EntryMirror, 'entries'>): string[] {
  return toOrigins(entries.peek().flatMap(({head}) => [head.url, head.origin.initiator]));
}
