import type {ResendSurvey} from '../../store/resend/resend-survey';
import {countOf, formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';

interface ResendSummaryProps {
  nameOf(id: string): string;
  /** Null: the requests are being read. */
  survey: ResendSurvey | null;
  /** The number read so far, and the total. */
  read: number;
  listed: number;
}

/** The number of requests and events for each target, those that can't be sent and why, and notes on the others. */
export function ResendSummary({nameOf, survey, read, listed}: ResendSummaryProps) {
  if (survey === null) {
    return (
      <p class="resend-text" role="status">
        Reading {formatCount(read)} of {countOf(listed, 'request')}…
      </p>
    );
  }
  const {sendable, events, origins, blocked, notes} = survey;
  return (
    <>
      <p class="resend-text" role="status">
        {sendable.length === 0
          ? 'None of these requests can be sent.'
          : `${countOf(sendable.length, 'request')} with ${countOf(events, 'event')}, in their original order. They are sent as captured, without your edits.`}
      </p>
      {origins.length > 0 && (
        <ul class="resend-list" aria-label="Destinations">
          {origins.map(({origin, requests, events}) => (
            <li key={origin}>
              <span class="mono">{origin}</span> {countOf(requests, 'request')}, {countOf(events, 'event')}
            </li>
          ))}
        </ul>
      )}
      {blocked.length > 0 && (
        <ul class="resend-list" aria-label="Not sent">
          {blocked.map(({reason, ids}) => (
            <li key={reason}>
              <strong>Not sent: {toNames(ids, nameOf)}.</strong> {shorten(reason, MAX_TEXT)}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul class="edit-hints" aria-label="Notes">
          {notes.map(({note, requests}) => (
            <li key={note}>
              {requests < sendable.length && `${countOf(requests, 'request')}: `}
              {shorten(note, MAX_TEXT)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const NAMED = 3;
const MAX_TEXT = 1000;

/** "invite_sent", "3 requests (invite_sent, batch of 2, …)" */
function toNames(ids: readonly string[], nameOf: (id: string) => string): string {
  const names = ids.slice(0, NAMED).map(nameOf);
  const [only] = names;
  if (ids.length === 1 && only !== undefined) return only;
  const more = ids.length > NAMED ? ', …' : '';
  return `${countOf(ids.length, 'request')} (${names.join(', ')}${more})`;
}
