import type {ExactNumbers} from '../json/inexact-numbers';
import type {JsonValue} from '../json/json-value';

/** An event as a golden session keeps it: what differs from run to run is masked, such as `<time>`. */
export interface GoldenEvent {
  /** Id of its protocol, what kind of call it is, and its name; null where there is none. */
  protocol: string;
  call: string | null;
  name: string | null;
  event: JsonValue;
  /** Numbers as they were sent, by pointer inside the event, where JSON.parse changed any of it. */
  exact?: ExactNumbers;
}

/** A recorded session in the order of sending. How events were put into batches is not part of it. */
export interface GoldenSession {
  events: readonly GoldenEvent[];
  /** Where values are that the user chose not to compare, as `mask-pointer.ts` writes it. */
  mask?: readonly string[];
}

/** Equal for events of the same call and name. */
export function toKey({protocol, call, name}: GoldenEvent): string {
  return JSON.stringify([protocol, call, name]);
}

/** What an event is called in a sentence: `track "invite_sent"`. */
export function nameEvent({call, name}: Pick<GoldenEvent, 'call' | 'name'>): string {
  return `${call ?? 'event'}${name === null ? '' : ` ${JSON.stringify(name)}`}`;
}
