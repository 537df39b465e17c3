import {useSignal} from '@preact/signals';
import type {DraftInspection} from '../../store/judge/draft-question';
import {formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';
import type {EditController} from './controller/create-edit-controller';

const MAX_LISTED = 1000;

/** Selects the event of the batch that is shown; in a large batch also by its number. */
export function EventChoice({edit}: {edit: EditController}) {
  const count = edit.session.checked.value.inspection.events.length;
  if (count < 2) return null;
  return (
    <>
      <EventList edit={edit} />
      {count > MAX_LISTED && <EventNumber edit={edit} count={count} />}
    </>
  );
}

/**
 * The browser lays out every option of a select to determine its width, which for a large batch takes longer than the
 * rest of the page, so the options are added when the select gets the focus or the pointer.
 */
function EventList({edit: {session, showEvent}}: {edit: EditController}) {
  const reached = useSignal(false);
  const {events} = session.checked.value.inspection;
  const chosen = session.event.value;
  const reach = () => {
    reached.value = true;
  };
  return (
    <select
      class="edit-select edit-event"
      aria-label="Part of the batch"
      value={chosen === null ? '' : String(chosen)}
      onFocus={reach}
      onPointerDown={reach}
      onChange={({currentTarget: {value}}) => showEvent(value === '' ? null : Number(value))}
    >
      <option value="">Whole batch ({formatCount(events.length)})</option>
      {toListed(events, chosen, reached.value).map(({index, name}) => (
        <option key={index} value={String(index)}>
          {index + 1} · {name === null ? 'no name' : shorten(name, 80)}
        </option>
      ))}
      {reached.value && events.length > MAX_LISTED && (
        <option disabled>
          Only the first {formatCount(MAX_LISTED)} are listed. Enter the number of another event.
        </option>
      )}
    </select>
  );
}

/** The events that are not listed can only be reached by it. Empty: the whole batch. */
function EventNumber({edit: {session, showEvent}, count}: {edit: EditController; count: number}) {
  const chosen = session.event.value;
  return (
    <input
      type="number"
      class="edit-number edit-event-number"
      aria-label="Event number"
      placeholder="No."
      min={1}
      max={count}
      value={chosen === null ? '' : chosen + 1}
      onInput={({currentTarget: field}) => {
        // The browser says which numbers are possible.
        if (field.reportValidity()) showEvent(field.value === '' ? null : Number(field.value) - 1);
      }}
    />
  );
}

/** The first events of the batch, or none yet; always the selected one. */
function toListed(
  events: DraftInspection['events'],
  chosen: number | null,
  reached: boolean,
): DraftInspection['events'] {
  const first = reached ? events.slice(0, MAX_LISTED) : [];
  const shown = chosen === null ? undefined : events[chosen];
  return shown && !first.includes(shown) ? [...first, shown] : first;
}
