import type {DecodedEvent} from './inspection';

/** The calls that never have a name: people name them by their type. */
export const namelessCalls: readonly string[] = ['identify', 'group', 'alias'];

/** Whether an event has this name, or this type if it has no name. */
export function isCalled({type, name}: Pick<DecodedEvent, 'type' | 'name'>, wanted: string): boolean {
  return (name ?? type) === wanted;
}
