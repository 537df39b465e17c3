import {h, render} from 'preact';
import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {inspectRequest} from '../../src/domain/inspect-request';
import {nextFrame} from '../../src/panel/ports/next-frame';
import {pause} from '../../src/panel/ports/pause';
import {createTestStore} from '../../src/panel/store/test-support/create-test-store';
import {formatTime} from '../../src/panel/view/format/format-time';
import {toRowElementId} from '../../src/panel/view/list/row/to-row-key';
import {Panel} from '../../src/panel/view/Panel';

/** The panel's real view and store over a log in memory, in place of what the page showed. */
export interface ListPage {
  /** Shows the list anew, as when the panel is opened over a log that was read. */
  reopen(): void;
  /**
   * Puts them into the log, which drops as many of the oldest where it is full. Log and judge, which have threads of
   * their own in the extension, do their work before `hear`.
   */
  put(requests: readonly CapturedRequest[]): Promise<void>;
  /** Hands on to the panel what the judge has said since `put`. */
  hear(): void;
  type(filter: string): void;
  /** Whether the rows are those of the filter that was typed last: the judge looks for them first. */
  isFiltered(): boolean;
  /** Whether as many rows are painted as the store has. */
  isCurrent(): boolean;
  /** Whether this is the newest that is listed, and its row is there. */
  isNewest(request: CapturedRequest | undefined): boolean;
  close(): void;
}

export async function openList(
  records: readonly CapturedRequest[],
  options: {maxRequests: number},
): Promise<ListPage> {
  const kept = records.map(({id}) => id);
  /** What the judge says while it is not listened to. */
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
      // A fold of nothing: rows that were laid out before serve no longer.
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
