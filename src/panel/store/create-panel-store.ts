import {batch, computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CaptureMessage} from '../../messages/capture-channel';
import {type CoverageLink, createCoverageLink} from './coverage/create-coverage-link';
import {type ConnectionStore, createConnection} from './create-connection';
import {createNotices, type Notices} from './create-notices';
import {createSecretsView, type SecretsView} from './create-secrets-view';
import {createDetail, type Detail} from './detail/create-detail';
import {createDetailCache, type InspectedRequest} from './detail/create-detail-cache';
import {createSelection, type Selection} from './detail/create-selection';
import {createTabs, type Tabs} from './detail/create-tabs';
import type {Selected} from './detail/selected';
import {createFilter, type Filter} from './filter/create-filter';
import type {PlanState} from './judge/judge-messages';
import {createEntryMirror, type EntryMirror} from './judge-client/create-entry-mirror';
import {gatherByFrame} from './judge-client/gather-by-frame';
import type {Hang} from './judge-client/hang-history';
import {type AskJudge, createJudgeClient} from './judge-client/judge-client';
import {getOrigin} from './log/belongs-to-tab';
import {createTotals, type Totals} from './log/create-totals';
import type {LogEntry} from './log/log-entry';
import {toPassedTotals} from './log/to-passed-totals';
import type {PanelDependencies} from './panel-dependencies';
import {createRowBuilder, toVisitKey} from './rows/build-rows';
import type {Row, RowIndex} from './rows/row-index';

/** Issues on what the filter line finds, whatever severity is chosen; null: they are filtered out, so nobody counted. */
export interface FoundIssues {
  errors: number | null;
  warnings: number | null;
}

/** All that the panel's views read, and what they may do. */
export interface PanelStore extends Pick<PanelDependencies, 'settings' | 'pageUrl' | 'now' | 'pause'> {
  /** What the root handed in, for stores that are made when they are first needed: drafts, replays. */
  readonly dependencies: PanelDependencies;
  readonly list: Pick<EntryMirror, 'entries' | 'loaded' | 'get'>;
  readonly filter: Filter;
  readonly rows: ReadonlySignal<RowIndex>;
  readonly totals: ReadonlySignal<Totals>;
  /** Of them, what the filter lets pass. */
  readonly passed: ReadonlySignal<Totals>;
  readonly found: ReadonlySignal<FoundIssues>;
  readonly selection: Selection;
  readonly detail: ReadonlySignal<Detail>;
  readonly tabs: Tabs;
  readonly connection: ConnectionStore;
  readonly secrets: SecretsView;
  readonly notices: Notices;
  readonly coverage: CoverageLink;
  /** The tracking plans that are on, in the order in which they were first imported. */
  readonly plans: ReadonlySignal<readonly PlanState[]>;
  /** The text that somebody pastes to make a draft of, '' until it is there; null: nobody does. */
  readonly pasting: Signal<string | null>;
  /** Ids of the requests that somebody wants to send again; null: nobody does. */
  readonly resending: Signal<readonly string[] | null>;
  /** The row whose menu is open, and where in the window. */
  readonly rowMenu: Signal<RowMenu | null>;
  /** Two rows that somebody compares; null: nobody does. */
  readonly comparing: Signal<Comparison | null>;
  /** Whether the shortcuts and filter words are shown. */
  readonly helping: Signal<boolean>;
  /** Of the oldest unpinned requests, how many were dropped to keep the limits. */
  readonly dropped: ReadonlySignal<number>;
  /** Folds or opens a visit (`toVisitKey`) or a batch (its id). */
  setFolded(key: string, folded: boolean): void;
  /** The record with its verdict, from memory or from the log; null if it is gone. */
  read(id: string): Promise<InspectedRequest | null>;
  /** Asks what judges the requests. */
  ask: AskJudge;
  clear(): Promise<void>;
  setPinned(id: string, pinned: boolean): Promise<void>;
  /** Takes an import out of the log. */
  removeImport(id: string): Promise<void>;
  /** The tab loaded a document that began at `at` (milliseconds since the epoch): a visit begins. */
  navigated(url: string, at: number): void;
  /** Reads the log and begins to listen. */
  start(): Promise<void>;
  dispose(): void;
}

/** A row's menu: it opens at `x` and `y` of the window. */
export interface RowMenu {
  row: Row;
  x: number;
  y: number;
}

export interface Comparison {
  first: Selected;
  second: Selected;
}

/** Memory for the bodies and parsed events that were looked at last. */
const CACHE_BYTES = 96_000_000;

export function createPanelStore(dependencies: PanelDependencies): PanelStore {
  const {tabId, log, background, settings, pageUrl, now, pause} = dependencies;
  const cache = createDetailCache(CACHE_BYTES);
  const notices = createNotices();
  const folds = signal<ReadonlyMap<string, boolean>>(new Map());
  const navigations = signal<readonly number[]>([]);
  const dropped = signal(0);
  const plans = signal<readonly PlanState[]>([]);
  const fail = (error: unknown) => notices.fail(error);
  const list = createEntryMirror((ids) => {
    for (const id of ids) cache.drop(id);
  });
  const filter = createFilter((query) => judge.tell({type: 'filter', filter: query}));
  const judge = createJudgeClient({
    startJudge: dependencies.startJudge,
    onList: gatherByFrame(dependencies.nextFrame, (messages) =>
      batch(() => {
        for (const message of messages) {
          filter.receive(message);
          list.receive(message);
        }
      }),
    ),
    onFailure: fail,
    onCoverage: (news) => coverage.receive(news),
    onHang: (hang) => notices.tell(toHangNotice(hang, list, plans.peek())),
    onPlans: (states) => {
      plans.value = states;
    },
  });
  const coverage = createCoverageLink(judge);
  const buildRows = createRowBuilder();
  const rows = computed(() =>
    buildRows({
      entries: list.entries.value,
      navigations: navigations.value,
      ...filter.applied.value,
      folds: folds.value,
    }),
  );
  const toTotals = createTotals();
  const totals = computed(() => toTotals(list.entries.value));
  const passed = computed(() => {
    const {filtering, match} = filter.applied.value;
    return filtering ? toPassedTotals(list.entries.value, match) : totals.value;
  });
  const found = computed<FoundIssues>(() => {
    const {severity, hasText} = filter.applied.value;
    const {errors, warnings} = severity === 'all' ? passed.value : totals.value;
    if (severity === 'all' || !hasText) return {errors, warnings};
    return {
      errors: severity === 'errors' ? passed.value.errors : null,
      warnings: severity === 'warnings' ? passed.value.warnings : null,
    };
  });
  const selection = createSelection(rows);
  const connection = createConnection({
    background,
    permissions: dependencies.permissions,
    pageUrl,
    seenOrigins: () => toSeenOrigins(list),
  });

  async function read(id: string): Promise<InspectedRequest | null> {
    const cached = cache.get(id);
    if (cached) return cached;
    const answer = await judge.ask({kind: 'read', id});
    if (answer) cache.put(answer);
    return answer;
  }

  const {detail, dispose: disposeDetail} = createDetail({
    selected: selection.selected,
    entries: list.entries,
    getEntry: list.get,
    cache,
    fetch: async (id) => (await read(id)) !== null,
    onFailure: fail,
  });

  function receive(message: CaptureMessage): void {
    switch (message.type) {
      case 'committed':
      case 'removed':
        judge.tell(message);
        return;
      case 'dropped':
        if (message.tabId === tabId) dropped.value = message.count;
        return;
      case 'storage-trouble':
        connection.setTrouble(message.message);
        return;
      case 'granted-origins':
        connection.setGranted(message.origins);
    }
  }

  async function readDropped(): Promise<void> {
    const before = dropped.peek();
    const count = await log.countDropped(tabId);
    // What was told meanwhile is newer.
    if (dropped.peek() === before) dropped.value = count;
  }

  /** What somebody takes out of the log need not be called gone. */
  function unselect(isOut: (entry: LogEntry | undefined) => boolean): void {
    const chosen = selection.selected.peek();
    if (chosen && isOut(list.get(chosen.id))) selection.clear();
  }

  /** Of pages that were left by then. */
  function foldVisits({visits}: RowIndex, at: number): void {
    const former = visits.filter((visit) => visit.kind === 'page' && visit.at < at);
    folds.value = new Map([...folds.peek(), ...former.map(({id}) => [toVisitKey(id), true] as const)]);
  }

  function setFolded(key: string, folded: boolean): void {
    folds.value = new Map(folds.peek()).set(key, folded);
  }

  const stops: (() => void)[] = [disposeDetail, judge.dispose, () => connection.dispose()];
  return {
    dependencies,
    settings,
    pageUrl,
    now,
    pause,
    list,
    filter,
    rows,
    totals,
    passed,
    found,
    selection,
    detail,
    tabs: createTabs(selection),
    connection,
    secrets: createSecretsView(dependencies.secrets),
    notices,
    coverage,
    plans,
    pasting: signal<string | null>(null),
    resending: signal<readonly string[] | null>(null),
    rowMenu: signal<RowMenu | null>(null),
    comparing: signal<Comparison | null>(null),
    helping: signal(false),
    dropped,
    setFolded,
    read,
    ask: judge.ask,
    async clear() {
      notices.settle('import');
      try {
        await log.clear(tabId);
        unselect((entry) => entry?.head.pinned !== true);
      } catch (error) {
        fail(error);
      }
    },
    async setPinned(id, pinned) {
      await log.update(id, (request) => ({...request, pinned})).catch(fail);
    },
    async removeImport(id) {
      const all = list.entries.peek().filter(({imported}) => imported?.id === id);
      // Before they are gone: what is gone can't be asked where it was from.
      unselect((entry) => entry?.imported?.id === id);
      await log.remove(all.map((entry) => entry.id)).catch(fail);
    },
    navigated(url, at) {
      judge.tell({type: 'page', url});
      if (navigations.peek().includes(at)) return;
      navigations.value = [...navigations.peek(), at].sort((one, other) => one - other);
      if (!settings.value.peek().panel.preserveLog) foldVisits(rows.peek(), at);
    },
    async start() {
      stops.push(dependencies.subscribe(receive));
      judge.start({tabId, settings: settings.value.peek()});
      stops.push(watchSettings(), watchPage());
      await Promise.all([connection.refresh(), whenLoaded(), readDropped()]);
      stops.push(offerReload());
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };

  /** Other rules give other verdicts: everything is judged again. */
  function watchSettings(): () => void {
    let judgedBy = JSON.stringify([settings.value.peek().rules, settings.value.peek().endpoints]);
    return effect(() => {
      const {rules, endpoints} = settings.value.value;
      const next = JSON.stringify([rules, endpoints]);
      if (next === judgedBy) return;
      judgedBy = next;
      cache.clear();
      judge.tell({type: 'settings', settings: settings.value.peek()});
    });
  }

  /** What the page sent before capture was allowed is not known: loading it again shows it. */
  function offerReload(): () => void {
    let refused: string | null = null;
    return effect(() => {
      const now = connection.connection.value;
      const before = refused;
      refused = now.state === 'not-permitted' ? now.site : null;
      if (now.state !== 'live' || before === null || getOrigin(pageUrl.peek()) !== before) return;
      notices.tell(
        `Background capture is on for ${before}. Reload the page to capture what it sends from the start.`,
        {
          title: 'Reload the page',
          follow() {
            notices.close();
            dependencies.reloadPage();
          },
        },
      );
    });
  }

  function watchPage(): () => void {
    return effect(() => {
      if (pageUrl.value !== null) judge.tell({type: 'page', url: pageUrl.value});
    });
  }

  function whenLoaded(): Promise<void> {
    return new Promise((resolve) => {
      const stop = effect(() => {
        if (list.loaded.value) resolve();
      });
      stops.push(stop);
    });
  }
}

function toSeenOrigins(list: Pick<EntryMirror, 'entries'>): Set<string> {
  const origins = new Set<string>();
  for (const {head} of list.entries.peek()) {
    for (const url of [head.url, head.origin.initiator]) {
      const origin = getOrigin(url);
      if (origin !== null) origins.add(origin);
    }
  }
  return origins;
}

function toHangNotice(
  {id, part, isSetAside}: Hang,
  list: Pick<EntryMirror, 'get'>,
  plans: readonly PlanState[],
): string {
  if (part !== null) {
    const title = plans.find((plan) => plan.id === part.plan)?.title ?? part.plan;
    const what =
      part.rule === null ? `Reading the tracking plan “${title}”` : `The rule “${part.rule}” of “${title}”`;
    return `${what} took too long and was set aside. Everything else is checked.`;
  }
  const entry = id === null ? undefined : list.get(id);
  const what = entry ? `Checking the request to ${entry.head.url}` : 'Checking';
  const stopped = `${what} took too long, so checking was restarted.`;
  return isSetAside ? `${stopped} That request was not checked.` : stopped;
}
