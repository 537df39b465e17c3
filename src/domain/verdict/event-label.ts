import type {DecodedEvent} from './inspection';

/**
 * The name of an event in a sentence: its name, or its type, since an identify or group call has no name. Null: a
 * track call without a name, or an unknown type.
 */
export function toEventLabel({type, name}: Pick<DecodedEvent, 'type' | 'name'>): string | null {
  return name ?? (type === 'track' ? null : type);
}
