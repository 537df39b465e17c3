import type {ExactNumbers} from '../json/inexact-numbers';
import type {JsonValue} from '../json/json-value';

/** An event of a golden session: values that differ from run to run are masked, for example as `<time>`. */
export interface GoldenEvent {
  /** ID of its protocol, its type and its name; null if there is none. */
  protocol: string;
  call: string | null;
  name: string | null;
  event: JsonValue;
  /** Numbers as they were sent, by JSON Pointer inside the event, if JSON.parse changed any. */
  exact?: ExactNumbers;
}

/** A recorded session in the order of sending. Does not include how events were grouped into batches. */
export interface GoldenSession {
  events: readonly GoldenEvent[];
  /** Values that the user chose not to compare, in the format of `mask-pointer.ts`. */
  mask?: readonly string[];
}

/** Equal for events with the same type and name. */
export function toKey({protocol, call, name}: GoldenEvent): string {
  return JSON.stringify([protocol, call, name]);
}

/** The name of an event in a sentence: `track "invite_sent"`. */
export function nameEvent({call, name}: Pick<GoldenEvent, 'call' | 'name'>): string {
  return `${call ?? 'event'}${name === null ? '' : ` ${JSON.stringify(name)}`}`;
}
