import type {CaptureLog} from '../../../storage/log/capture-log';
import type {FilterFold} from '../filter/filter-fold';
import {type SearchableEntry, toListed} from '../log/log-entry';
import {packEntry} from '../log/pack-entry';
import type {CoverageFold} from './coverage/coverage-fold';
import {createRecordFeed, type RecordFeed} from './feed/record-feed';
import type {FromJudge} from './judge-messages';
import type {JudgedRows} from './judged-rows';
import type {RecordChecker} from './record-checker';
import {createTabScope} from './tab-scope';
import type {WorkInProgress} from './work-in-progress';

export interface JudgedListOptions {
  log: Pick<CaptureLog, 'list' | 'get'>;
  rows: JudgedRows;
  checker: RecordChecker;
  filter: Pick<FilterFold, 'look'>;
  coverage: Pick<CoverageFold, 'take' | 'forget'>;
  work: WorkInProgress;
  send(message: FromJudge): void;
  /** Nothing is left to check for now. */
  onIdle(): void;
  now(): number;
  pause(): Promise<void>;
}

/** Checks each record of the log that belongs to the tab, and sends the panel rows that are new, changed or removed. */
export interface JudgedList extends RecordFeed {
  /** Uses the requests of this tab, which has shown these pages. */
  start(tabId: number, pages: readonly string[]): void;
  /** The tab now shows a page with that URL: its workers' requests belong to the tab. */
  addPage(url: string): void;
  rereadAll(): void;
}

/** How long after a change of rows the session rules run, in milliseconds. */
const QUIET_MS = 200;

export function createJudgedList(options: JudgedListOptions): JudgedList {
  const {rows, checker, filter, coverage, work, send, onIdle} = options;
  let scope = createTabScope(-1, () => false);

  const feed = createRecordFeed({
    ...options,
    take(request) {
      if (!scope.admits(request)) return;
      const planned = checker.take(request);
      rows.put(request, planned.inspection);
      coverage.take(request, planned);
    },
    gone(ids) {
      for (const id of rows.remove(ids)) {
        checker.forget(id);
        coverage.forget(id);
      }
    },
    flush(isIdle) {
      sendChanges();
      const welcome = scope.takeWelcome();
      if (welcome.length > 0) feed.reread(welcome);
      else if (isIdle) onIdle();
    },
    onFailure: work.fail,
  });

  function sendChanges(): void {
    const {listed, gone} = rows.takeChanges();
    if (listed.length > 0 || gone.length > 0) work.runLater(QUIET_MS, checkTogether);
    if (gone.length > 0) send({type: 'gone', ids: gone});
    if (listed.length > 0) send(toListedMessage(listed, filter));
  }

  async function checkTogether(): Promise<void> {
    for await (const ids of checker.checkTogether(rows.all())) feed.reread(ids);
  }

  return {
    ...feed,
    start(tabId, pages) {
      scope = createTabScope(tabId, (id) => rows.get(id) !== undefined);
      for (const url of pages) scope.addPage(url);
    },
    addPage(url) {
      scope.addPage(url);
      feed.reread(scope.takeWelcome());
    },
    rereadAll: () => feed.reread(rows.ids()),
  };
}

function toListedMessage(listed: readonly SearchableEntry[], filter: Pick<FilterFold, 'look'>): FromJudge {
  const filtered = filter.look(listed);
  const entries = listed.map((entry) => packEntry(toListed(entry)));
  return {type: 'listed', entries, ...(filtered && {filtered})};
}
