import type {DecodedEvent} from './inspection';

/**
 * What an event is called in a sentence: its name, else its type, since an identify or group call has no name. Null: a
 * track call without a name, or nothing that says what it is.
 */
export function toEventLabel({type, name}: Pick<DecodedEvent, 'type' | 'name'>): string | null {
  return name ?? (type === 'track' ? null : type);
}
