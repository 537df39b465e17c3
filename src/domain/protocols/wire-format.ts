import type {JsonObject} from '../json/json-value';

/** The types of calls in the vendors' documents. */
export const eventTypes = ['identify', 'group', 'track', 'page', 'screen', 'alias'] as const;

export type EventType = (typeof eventTypes)[number];

/** The requests that a vendor's own address accepts: a host (`*`: any, `*.example.com`) and a path. */
export interface Endpoint {
  host: string;
  path: string;
}

/** The places of an event's facts: JSON Pointers inside the event, in order of precedence. */
export interface EventFields {
  /** By type; a type that is not listed has no name. */
  name: Readonly<Partial<Record<EventType, readonly string[]>>>;
  user: readonly string[];
  /** Used in place of a missing user. */
  anonymous?: readonly string[];
  group: readonly string[];
  /** When it happened; those after the first may be times of the transport. All of them are shifted together. */
  times: readonly string[];
  /** The ID of the message. */
  id?: string;
}

/**
 * The format of a vendor's requests, without its rules. Separate from `Protocol`, since contexts that only capture
 * (the background, the DevTools page) need no rules and must stay small.
 */
export interface WireFormat {
  /** The title for people: "ThriveStack Track API". */
  title: string;
  /** The vendor's own addresses. Proxies, CNAMEs and other paths are in the user's settings. */
  endpoints: readonly Endpoint[];
  /** Possible places of the list of events in a body: '' for an array, '/batch' for an envelope. */
  batchPointers: readonly string[];
  fields: EventFields;
  /** JSON Pointer of the object of an event that describes its context. */
  context: string;
  /** Fields that a client sets to a new value each time, so they differ in two recordings of one page. */
  volatile: readonly string[];
  /** Keys at the top of an event that a client changes when it sends the same event again. */
  transportKeys: readonly string[];
  /** When the vendor's script sends its queue: after this number of events or seconds. */
  flush: {events: number; seconds: number};
  /** The type of an event; `url` is where it was sent. Null: there is no documented type. */
  typeOf(event: JsonObject, url: string): EventType | null;
  /** JSON Pointer of the object of an event that contains the sender's own properties. */
  propertiesOf(event: JsonObject, url: string): string;
}
