import type {DecodedEvent} from '../../../domain/verdict/inspection';
import {toEntryVerdict, toVerdict} from '../../store/log/log-entry';
import {EventTitle} from '../EventTitle';
import {formatDateTime} from '../format/format-time';
import {shorten} from '../format/shorten';
import {BackIcon, CloseIcon, CoverageIcon, NewIcon, PinIcon, PinnedIcon} from '../icons';
import {toRequestName} from '../list/row/to-request-name';
import {useStore} from '../store-context';
import {VerdictMark} from '../VerdictMark';
import {CopyMenu} from './CopyMenu';
import type {ReadyDetail} from './ready-detail';

/** Name, user, group and time of the selected row, and actions for it. */
export function DetailHeader({detail, narrow}: {detail: ReadyDetail; narrow: boolean}) {
  const {selection, list} = useStore();
  const {request, event, inspection} = detail;
  const entry = list.get(request.id);
  const summary = event ? entry?.events[event.index] : undefined;
  const verdict =
    summary && inspection.events.length > 1
      ? toVerdict(summary.issues, inspection.decoded)
      : entry && toEntryVerdict(entry);
  return (
    <header class="detail-header">
      {narrow && <BackButton />}
      {verdict && <VerdictMark verdict={verdict} />}
      <h2 class="detail-name">
        {event ? <EventTitle event={event} maxLength={200} /> : entry ? toRequestName(entry) : 'request'}
      </h2>
      <dl class="detail-facts">
        {event?.user != null && <Fact name="user" value={event.user} />}
        {event?.group != null && <Fact name="group" value={event.group} />}
        <Fact name="time" value={event?.timestamp ?? toTime(request.startedAt)} />
      </dl>
      <div class="detail-actions">
        {event && isUnplanned(detail) && <CoverageButton event={event} narrow={narrow} isToAdd />}
        {event && <CoverageButton event={event} narrow={narrow} />}
        <PinButton id={request.id} pinned={request.pinned === true} />
        <CopyMenu detail={detail} />
        {!narrow && (
          <button type="button" class="icon-button" aria-label="Close the details" onClick={selection.close}>
            <CloseIcon />
          </button>
        )}
      </div>
    </header>
  );
}

/** In a narrow panel, where the details cover the list. */
export function BackButton() {
  const {selection} = useStore();
  return (
    <button type="button" class="icon-button" aria-label="Back to the list" onClick={selection.close}>
      <BackIcon />
    </button>
  );
}

function isUnplanned({event, inspection}: ReadyDetail): boolean {
  return inspection.issues.some(
    (issue) => issue.code === 'plan/unplanned-event' && issue.event === event?.index,
  );
}

interface CoverageButtonProps {
  event: DecodedEvent;
  narrow: boolean;
  /** Adds its event to the plan in coverage. */
  isToAdd?: boolean;
}

/** Goes to the event's row in coverage, which in a narrow panel replaces the details. */
function CoverageButton({event, narrow, isToAdd = false}: CoverageButtonProps) {
  const {coverage, selection} = useStore();
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={isToAdd ? 'Add to plan' : 'Show in coverage'}
      title={
        isToAdd
          ? 'Add to plan: draft a rule from the events of this name'
          : 'Show in coverage: how often this event was sent, and how often it was right'
      }
      onClick={() => {
        coverage.wanted.value = {type: event.type, name: event.name, isToAdd};
        coverage.opened.value = true;
        if (narrow) selection.close();
      }}
    >
      {isToAdd ? <NewIcon /> : <CoverageIcon />}
    </button>
  );
}

function PinButton({id, pinned}: {id: string; pinned: boolean}) {
  const {setPinned} = useStore();
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Pin"
      aria-pressed={pinned}
      title="Pinned requests are never dropped. They are kept when the browser closes, without credentials."
      onClick={() => void setPinned(id, !pinned)}
    >
      {pinned ? <PinnedIcon /> : <PinIcon />}
    </button>
  );
}

function Fact({name, value}: {name: string; value: string}) {
  return (
    <div class="detail-fact" title={shorten(value, 300)}>
      <dt>{name}</dt>
      <dd>{shorten(value, 60)}</dd>
    </div>
  );
}

function toTime(startedAt: number | null): string {
  return startedAt === null ? 'not recorded' : formatDateTime(startedAt);
}
