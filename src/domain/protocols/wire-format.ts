import type {JsonObject} from '../json/json-value';

/** The kinds of calls that the vendors' documents know. */
export const eventTypes = ['identify', 'group', 'track', 'page', 'screen', 'alias'] as const;

export type EventType = (typeof eventTypes)[number];

/** Which requests a vendor's own address takes: a host (`*`: any, `*.example.com`) and a path. */
export interface Endpoint {
  host: string;
  path: string;
}

/** Where the facts of an event stand: JSON Pointers inside the event, in the order in which they are believed. */
export interface EventFields {
  /** By type; a type that is not listed has no name. */
  name: Readonly<Partial<Record<EventType, readonly string[]>>>;
  user: readonly string[];
  /** Stands for the user where none is given. */
  anonymous?: readonly string[];
  group: readonly string[];
  /** When it happened; those behind the first may be times of the transport. All of them move together. */
  times: readonly string[];
  /** The id of the message. */
  id?: string;
}

/**
 * What a vendor's requests look like, without a word on what is right. Kept apart from `Protocol`, since contexts that
 * only capture (the background, the DevTools page) need no rules and must stay small.
 */
export interface WireFormat {
  /** Shown to people: "ThriveStack Track API". */
  title: string;
  /** The vendor's own addresses. Proxies, CNAMEs and other paths are a user's settings. */
  endpoints: readonly Endpoint[];
  /** Where the list of events may stand in a body: '' for an array, '/batch' for an envelope. */
  batchPointers: readonly string[];
  fields: EventFields;
  /** JSON Pointer of the object of an event that says what surrounds it. */
  context: string;
  /** What a client sets to a new value each time it sends equal events: two recordings of one page differ here. */
  volatile: readonly string[];
  /** Keys at the top of an event that a client changes when it sends the same event again. */
  transportKeys: readonly string[];
  /** When the vendor's script sends what it has queued: after so many events, or so many seconds. */
  flush: {events: number; seconds: number};
  /** The type of an event; `url` is where it was sent. Null: nothing says a type that is documented. */
  typeOf(event: JsonObject, url: string): EventType | null;
  /** JSON Pointer of the object of an event in which a property of the sender's own belongs. */
  propertiesOf(event: JsonObject, url: string): string;
}
