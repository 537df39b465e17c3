import type {IssueCounts, LogEntry} from '../../store/log-entry';
import {countOf} from '../format/format-count';
import {shorten} from '../format/shorten';

/** What is said of a request behind its name: our own verdict, then the server's words where it refused. */
export function RowNote({entry, folded}: {entry: LogEntry; folded: boolean}) {
  const only = entry.events.length === 1 ? entry.events[0] : undefined;
  const codes = only ? [...entry.ownCodes, ...only.codes] : entry.ownCodes;
  const refused = entry.answer && entry.answer.status >= 400 ? entry.answer.message : null;
  return (
    <>
      <IssueNote counts={folded || only ? entry.total : entry.own} codes={codes} />
      {refused !== null && <span class="row-note row-said">“{shorten(refused, 120)}”</span>}
    </>
  );
}

/** One issue by its code, several by their number. */
export function IssueNote({counts, codes}: {counts: IssueCounts; codes: readonly string[]}) {
  const total = counts.errors + counts.warnings;
  if (total === 0) return null;
  const text = total === 1 && codes[0] !== undefined ? codes[0] : countOf(total, 'issue');
  return (
    <span class="row-note" data-verdict={counts.errors > 0 ? 'error' : 'warning'}>
      {text}
    </span>
  );
}
