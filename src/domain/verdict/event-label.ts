import type {DecodedEvent} from './inspection';

/**
 * The name of an event in a sentence: its name, or its type, since an identify or group call has no name. Null: a
 * track call without a name, or an unknown type.
 */
export function toEventLabel({type, name}: Pick<DecodedEvent, 'type' | 'name'>): string | null {
  return name ?? (type === 'track' ? null : type);
}

/** The calls that never have a name: people name them by their type. */
export const namelessCalls: readonly string[] = ['identify', 'group', 'alias'];

/** Whether an event has this name, or this type if it has no name. */
export function isCalled({type, name}: Pick<DecodedEvent, 'type' | 'name'>, wanted: string): boolean {
  return (name ?? type) === wanted;
}
