import {toEventLabel} from '../../domain/verdict/event-label';
import type {DecodedEvent} from '../../domain/verdict/inspection';
import {shorten} from './format/shorten';

/** Most rows are track calls, so only other calls show their type; an identify or group call has no other title. */
export function EventTitle({
  event,
  maxLength,
}: {
  event: Pick<DecodedEvent, 'type' | 'name'>;
  maxLength: number;
}) {
  const {type, name} = event;
  if (toEventLabel(event) === null) return <>(no name)</>;
  return (
    <>
      {type !== null && type !== 'track' && <span class="type-mark">{type}</span>}
      {type !== 'track' && name !== null && ' '}
      {name !== null && shorten(name, maxLength)}
    </>
  );
}
