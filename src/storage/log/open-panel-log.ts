import type {PanelLog} from './capture-log';
import {clearTab, removeRequests} from './clear-tab';
import {createRecordWriter} from './create-record-writer';
import {getRequests, listRequests} from './list-requests';
import {type CaptureLogOptions, type LogBase, openLogBase} from './open-log-base';

/** Opens the log for the panel, which does not observe requests: it loads half of the code. */
export async function openPanelLog(options: CaptureLogOptions): Promise<PanelLog> {
  return createPanelLog(await openLogBase(options));
}

/** @param flush called before each change: writes the context's own waiting observations */
export function createPanelLog(base: LogBase, flush: () => Promise<void> = async () => undefined): PanelLog {
  const {use, onEvent, now, close} = base;
  const writeOne = createRecordWriter(base);
  return {
    async put(request) {
      await flush();
      await writeOne(request.id, () => request);
    },
    async update(id, change) {
      await flush();
      return writeOne(id, (stored) => (stored ? change(stored) : null));
    },
    async *list(tabId) {
      yield* listRequests(await use(), tabId);
    },
    get: async (ids) => getRequests(await use(), ids),
    measure: async (tabId) => (await (await use()).get('tabs', tabId)) ?? {count: 0, bytes: 0, dropped: 0},
    async clear(tabId) {
      await flush();
      const ids = await clearTab(await use(), tabId, now());
      onEvent({type: 'removed', ids});
      onEvent({type: 'dropped', tabId, count: 0});
    },
    async remove(ids) {
      await flush();
      await removeRequests(await use(), ids, now());
      onEvent({type: 'removed', ids});
    },
    close,
  };
}
