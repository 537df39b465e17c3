import type {CaptureLog} from '../../../storage/log/capture-log';
import type {ConnectionStore} from '../create-connection';
import type {Notices} from '../create-notices';
import type {Selection} from '../detail/create-selection';
import type {EntryMirror} from '../judge-client/create-entry-mirror';
import type {ImportUnderWay} from './import-under-way';

/** Actions of the user on the records of the log; a failure is shown as a notice. */
export interface LogActions {
  /** Also ends the imports that are running. */
  clear(): Promise<void>;
  setPinned(id: string, pinned: boolean): Promise<void>;
  readonly importing: Set<ImportUnderWay>;
}

export function createLogActions(options: {
  tabId: number;
  log: Pick<CaptureLog, 'clear' | 'update'>;
  list: Pick<EntryMirror, 'get'>;
  selection: Pick<Selection, 'selected' | 'clear'>;
  notices: Pick<Notices, 'fail' | 'settle'>;
  connection: Pick<ConnectionStore, 'setTrouble'>;
}): LogActions {
  const {tabId, log, list, selection, notices, connection} = options;

  const importing = new Set<ImportUnderWay>();

  return {
    importing,
    async clear() {
      notices.settle('import');
      try {
        await Promise.all([...importing].map(({stop}) => stop('cleared')));
        await log.clear(tabId);
        // There may be space again; if not, the next request reports it.
        connection.setTrouble(null);
        // Records that the user removed are not reported as dropped.
        const chosen = selection.selected.peek();
        if (chosen && list.get(chosen.id)?.head.pinned !== true) selection.clear();
      } catch (error) {
        notices.fail(error);
      }
    },
    async setPinned(id, pinned) {
      await log.update(id, (request) => ({...request, pinned})).catch(notices.fail);
    },
  };
}
