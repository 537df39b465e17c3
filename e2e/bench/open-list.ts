import {h, render} from 'preact';
import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {inspectRequest} from '../../src/domain/inspect-request';
import {nextFrame} from '../../src/panel/ports/next-frame';
import {pause} from '../../src/panel/ports/pause';
import {createTestStore} from '../../src/panel/store/test-support/create-test-store';
import {formatTime} from '../../src/panel/view/format/format-time';
import {toRowElementId} from '../../src/panel/view/list/row/to-row-key';
import {Panel} from '../../src/panel/view/Panel';

/** The panel's real view and store with a log in memory, replacing the contents of the page. */
export interface ListPage {
  /** Shows the list again, as when the panel is opened with a log that was already read. */
  reopen(): void;
  /**
   * Adds the requests to the log; if it is full, the same number of oldest requests is dropped. Log and judge, which
   * have their own threads in the extension, do their work before `hear`.
   */
  put(requests: readonly CapturedRequest[]): Promise<void>;
  /** Passes the judge's messages since `put` to the panel. */
  hear(): void;
  type(filter: string): void;
  /** Whether the rows match the last typed filter: the judge searches for them first. */
  isFiltered(): boolean;
  /** Whether as many rows are painted as the store contains. */
  isCurrent(): boolean;
  /** Whether this request is the newest in the list, and its row exists. */
  isNewest(request: CapturedRequest | undefined): boolean;
  close(): void;
}

export async function openList(
  records: readonly CapturedRequest[],
  options: {maxRequests: number},
): Promise<ListPage> {
  const kept = records.map(({id}) => id);
  /** Messages of the judge that the panel has not received yet. */
  let unheard: (() => void)[] | null = null;
  const {store, log} = createTestStore({
    records,
    inspect: inspectRequest,
    withJudge: (startJudge) => (listen) =>
      startJudge((message) => {
        const isSign = message.type === 'pong' || message.type === 'under-way';
        if (unheard === null || isSign) listen(message);
        else unheard.push(() => listen(structuredClone(message)));
      }),
    dependencies: {nextFrame, pause},
  });
  await store.start();
  const root = document.createElement('div');
  root.id = 'root';
  document.body.replaceChildren(root);
  const open = () => render(h(Panel, {store}), root);
  let before = store.filter.applied.peek();
  const isCurrent = () => {
    const {length} = store.rows.peek();
    const list = document.querySelector<HTMLElement>('.list');
    if (length === 0) return list === null || list.dataset.behind === 'true';
    return list?.getAttribute('aria-rowcount') === String(length + 1);
  };
  let opened = 0;
  open();
  return {
    reopen() {
      render(null, root);
      // Changes the folds without an effect, so that the earlier row layout is not reused.
      store.setFolded(`opening ${opened++}`, true);
      open();
    },
    async put(requests) {
      unheard = [];
      await Promise.all(requests.map((request) => log.put(request)));
      kept.push(...requests.map(({id}) => id));
      if (kept.length > options.maxRequests)
        await log.remove(kept.splice(0, kept.length - options.maxRequests));
    },
    hear() {
      const said = unheard ?? [];
      unheard = null;
      for (const hear of said) hear();
    },
    type(filter) {
      before = store.filter.applied.peek();
      const field = document.querySelector<HTMLInputElement>('#filter');
      if (!field) throw new Error('The panel has no filter.');
      field.value = filter;
      field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    },
    isFiltered: () => store.filter.applied.peek() !== before && isCurrent(),
    isCurrent,
    isNewest(request) {
      if (request === undefined || store.list.entries.peek().at(-1)?.id !== request.id) return false;
      const row = document.getElementById(toRowElementId(store.rows.peek().indexOf(request.id, null)));
      return row?.querySelector('.cell-time')?.textContent === formatTime(request.startedAt);
    },
    close() {
      render(null, root);
      store.dispose();
    },
  };
}
