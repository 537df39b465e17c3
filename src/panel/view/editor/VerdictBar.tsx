import type {Issue, Severity} from '../../../domain/verdict/issue';
import type {DraftInspection} from '../../store/judge/draft-question';
import {formatBytes, formatOfLimit} from '../format/format-bytes';
import {countOf, formatCount} from '../format/format-count';
import {VerdictMark} from '../VerdictMark';
import type {EditController} from './controller/create-edit-controller';

/** The live verdict on the draft: the number of issues, the text of the first one, and the size compared with the limits. */
export function VerdictBar({edit}: {edit: EditController}) {
  const {inspection} = edit.session.checked.value;
  const bytes = edit.session.bytes.value;
  const chosen = edit.session.selected.value;
  const stale = edit.session.stale.value;
  const failure = edit.session.failure.value;
  const first = findGravest(inspection.issues);
  return (
    <div class="edit-verdict" data-stale={stale}>
      <div class="edit-counts" role="status" aria-label="Issues of the draft">
        {failure === null && stale && <span class="edit-muted">checking…</span>}
        {failure === null && !stale && <Counts inspection={inspection} />}
        {failure !== null && <NotChecked reason={failure} />}
      </div>
      {first && (
        <button
          type="button"
          class="edit-first-issue"
          title={edit.tell(first)}
          onClick={() => edit.goToIssue(inspection.issues.indexOf(first))}
        >
          <VerdictMark verdict={first.severity} /> {edit.tell(first)}
        </button>
      )}
      <span class="edit-gap" />
      <Meter inspection={inspection} events={chosen?.length ?? inspection.size.events} bytes={bytes} />
    </div>
  );
}

/** It is checked again after the next key. */
function NotChecked({reason}: {reason: string}) {
  return (
    <span class="edit-count" data-severity="unknown">
      <VerdictMark verdict="unknown" /> Not checked: {reason}
    </span>
  );
}

const kinds: readonly {severity: Severity; noun: string}[] = [
  {severity: 'error', noun: 'error'},
  {severity: 'warning', noun: 'warning'},
  {severity: 'info', noun: 'info'},
];

/** The first issue of the first counted kind, so that the text next to the counts matches them. */
function findGravest(issues: readonly Issue[]): Issue | undefined {
  for (const kind of kinds) {
    const found = issues.find(({severity}) => severity === kind.severity);
    if (found) return found;
  }
  return undefined;
}

function Counts({inspection}: {inspection: DraftInspection}) {
  const counted = kinds
    .map((kind) => ({
      ...kind,
      count: inspection.issues.filter(({severity}) => severity === kind.severity).length,
    }))
    .filter(({count}) => count > 0);
  if (counted.length > 0) {
    return counted.map(({severity, noun, count}) => (
      <span key={severity} class="edit-count" data-severity={severity}>
        <VerdictMark verdict={severity} />{' '}
        {severity === 'info' ? `${formatCount(count)} info` : countOf(count, noun)}
      </span>
    ));
  }
  const verdict = inspection.decoded ? 'ok' : 'unknown';
  return (
    <span class="edit-count" data-severity={verdict}>
      <VerdictMark verdict={verdict} /> {inspection.decoded ? 'No issues' : 'Not checked'}
    </span>
  );
}

interface MeterProps {
  inspection: DraftInspection;
  /** What would be sent. */
  events: number;
  bytes: number | null;
}

function Meter({inspection, events, bytes}: MeterProps) {
  const {maxEvents, maxBytes} = inspection.size;
  const over =
    (maxEvents !== null && events > maxEvents) || (bytes !== null && maxBytes !== null && bytes > maxBytes);
  const parts = [
    toEventCount(inspection.decoded ? events : null, maxEvents),
    bytes === null ? 'no body' : maxBytes === null ? formatBytes(bytes) : formatOfLimit(bytes, maxBytes),
  ];
  return (
    <span
      class="edit-meter"
      data-over={over}
      title={bytes === null ? 'There is nothing to send.' : `${formatCount(bytes)} bytes would be sent.`}
    >
      {over && <VerdictMark verdict="error" />}
      {parts.join(' · ')}
    </span>
  );
}

function toEventCount(events: number | null, limit: number | null): string {
  if (events === null) return 'events unknown';
  return limit === null ? countOf(events, 'event') : `${formatCount(events)} / ${formatCount(limit)} events`;
}
