import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {PanelStore} from '../../../store/create-panel-store';
import {toHeaderRestore} from '../../../store/draft/restore-headers';
import {toVerdict} from '../../../store/log/log-entry';
import {countOf} from '../../format/format-count';
import {formatTime} from '../../format/format-time';
import {shorten} from '../../format/shorten';
import {Hint} from '../../frame/Hint';
import {StatusText} from '../../list/row/StatusText';
import {toRequestName} from '../../list/row/to-request-name';
import {useStore} from '../../store-context';
import {VerdictMark} from '../../VerdictMark';
import type {ReadyDetail} from '../ready-detail';
import {useReplays} from './use-replays';

/** The replays of this request, with their responses. */
export function ReplaysTab({detail}: {detail: ReadyDetail}) {
  const store = useStore();
  const {selection} = store;
  const replays = useReplays(detail.request.id);
  if (replays.length === 0) {
    return (
      <Hint
        title="Not replayed yet"
        text="Correct the event in the Edit tab and press Ctrl/⌘+Enter. The replay and its response appear here and below this request in the list."
      />
    );
  }
  return (
    <div class="tab-body">
      <ul class="issues" aria-label={countOf(replays.length, 'replay')}>
        {replays.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              class="issue-link"
              onClick={() => selection.select({id: entry.id, event: entry.events.length === 1 ? 0 : null})}
            >
              <VerdictMark verdict={toVerdict(entry.total, entry.decoded)} />
              <span class="issue-text">
                <span class="issue-message">
                  {toRequestName(entry)} <StatusText entry={entry} />
                </span>
                <span class="issue-facts">
                  <span>{formatTime(entry.head.startedAt)}</span>
                  <span>
                    {entry.head.replay?.way === 'page' ? 'sent as the page' : 'sent by the extension'}
                  </span>
                  {entry.answer?.message && <span>“{shorten(entry.answer.message, 300)}”</span>}
                </span>
              </span>
            </button>
            <button
              type="button"
              class="link"
              title="Open its text, target, way, headers and credentials in the editor. If another panel sent it, headers and credentials stay as chosen there. Undo restores the text."
              onClick={() => reopen(store, entry.id, detail.request)}
            >
              Open as new draft
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The code for drafts is loaded with the editor, when it is first needed. */
function reopen(store: PanelStore, replayId: string, source: CapturedRequest): void {
  import('../../editor/reopen-replay')
    .then(({reopenReplay}) => reopenReplay(store, replayId, source))
    .then((reopened) => {
      const restore = toHeaderRestore(reopened);
      if (restore === null) return;
      store.notices.tell('The header edits of the draft were replaced.', {
        title: 'Restore them',
        follow() {
          restore();
          store.notices.close();
        },
      });
    })
    .catch((error: unknown) => store.notices.fail(error));
}
