import type {IssueCounts, LogEntry} from '../../../store/log/log-entry';
import {countOf, formatCount} from '../../format/format-count';
import {shorten} from '../../format/shorten';

/**
 * The note after a request's name: our own verdict, then the server's message if it rejected the request, or that
 * there was no response.
 */
export function RowNote({entry, folded}: {entry: LogEntry; folded: boolean}) {
  const counts = folded || entry.events.length === 1 ? entry.total : entry.own;
  const said = toSaid(entry);
  return (
    <>
      <IssueNote counts={counts} codes={entry.rowCodes} />
      {said !== null && (
        <span class="row-note row-said">
          <span title={shorten(said, 300)}>{shorten(said, 120)}</span>
        </span>
      )}
    </>
  );
}

function toSaid({answer, unknown}: LogEntry): string | null {
  if (unknown !== null) return unknown;
  return answer && answer.status >= 400 && answer.message !== null ? `“${answer.message}”` : null;
}

/** The most severe issue by its code, and the number of others. */
export function IssueNote({counts, codes}: {counts: IssueCounts; codes: readonly string[]}) {
  const total = counts.errors + counts.warnings;
  if (total === 0) return null;
  const [gravest] = codes;
  const more = total > 1 ? ` +${formatCount(total - 1)}` : '';
  return (
    <span
      class="row-note"
      data-verdict={counts.errors > 0 ? 'error' : 'warning'}
      title={countOf(total, 'issue')}
    >
      {gravest === undefined ? countOf(total, 'issue') : `${gravest}${more}`}
    </span>
  );
}
