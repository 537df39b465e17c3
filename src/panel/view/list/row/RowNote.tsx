import type {IssueCounts, LogEntry} from '../../../store/log/log-entry';
import {countOf, formatCount} from '../../format/format-count';
import {shorten} from '../../format/shorten';

/** What is said of a request behind its name: our own verdict, then the server's words where it refused, or that none came. */
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

/** The gravest issue by its code, and how many more there are. */
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
