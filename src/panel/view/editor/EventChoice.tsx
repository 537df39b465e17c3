import {useSignal} from '@preact/signals';

import type {DraftInspection} from '../../store/judge/draft-question';
import {shorten} from '../format/shorten';

import type {EditController} from './controller/create-edit-controller';

const MAX_LISTED = 1000;

/**
 * Selects the event of the batch that is shown. The browser lays out every option of a select to determine its width,
 * which for a large batch takes longer than the rest of the page, so the options are added when the select gets the
 * focus or the pointer.
 */
export function EventChoice({edit: {session, showEvent}}: {edit: EditController}) {
  const reached = useSignal(false);
  const {events} = session.checked.value.inspection;
  const chosen = session.event.value;
  if (events.length < 2) return null;
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
      <option value="">Whole batch ({events.length.toLocaleString('en-US')})</option>
      {toListed(events, chosen, reached.value).map(({index, name}) => (
        <option key={index} value={String(index)}>
          {index + 1} · {name === null ? 'no name' : shorten(name, 80)}
        </option>
      ))}
    </select>
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
