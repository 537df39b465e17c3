import type {CaptureLog} from '../../../storage/log/capture-log';
import type {ConnectionStore} from '../create-connection';
import type {Notices} from '../create-notices';
import type {Selection} from '../detail/create-selection';
import type {EntryMirror} from '../judge-client/create-entry-mirror';
import type {LogEntry} from './log-entry';

/** Actions of the user on the records of the log; a failure is shown as a notice. */
export interface LogActions {
  clear(): Promise<void>;
  setPinned(id: string, pinned: boolean): Promise<void>;
  /** Takes an import out of the log. */
  removeImport(id: string): Promise<void>;
}

export function createLogActions(options: {
  tabId: number;
  log: Pick<CaptureLog, 'clear' | 'update' | 'remove'>;
  list: Pick<EntryMirror, 'entries' | 'get'>;
  selection: Pick<Selection, 'selected' | 'clear'>;
  notices: Pick<Notices, 'fail' | 'settle'>;
  connection: Pick<ConnectionStore, 'setTrouble'>;
}): LogActions {
  const {tabId, log, list, selection, notices, connection} = options;

  /** Records that the user removed are not reported as dropped. */
  function unselect(isOut: (entry: LogEntry | undefined) => boolean): void {
    const chosen = selection.selected.peek();
    if (chosen && isOut(list.get(chosen.id))) selection.clear();
  }

  return {
    async clear() {
      notices.settle('import');
      try {
        await log.clear(tabId);
        // There may be room again; if there is none, the next request says so.
        connection.setTrouble(null);
        unselect((entry) => entry?.head.pinned !== true);
      } catch (error) {
        notices.fail(error);
      }
    },
    async setPinned(id, pinned) {
      await log.update(id, (request) => ({...request, pinned})).catch(notices.fail);
    },
    async removeImport(id) {
      const all = list.entries.peek().filter(({imported}) => imported?.id === id);
      // Before they are removed, since their origin is unknown afterwards.
      unselect((entry) => entry?.imported?.id === id);
      await log.remove(all.map((entry) => entry.id)).catch(notices.fail);
    },
  };
}
